package dev.patchbay.app.offender;

public interface SomethingOfApp {}
