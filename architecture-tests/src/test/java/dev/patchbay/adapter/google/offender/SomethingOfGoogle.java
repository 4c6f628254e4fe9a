package dev.patchbay.adapter.google.offender;

public interface SomethingOfGoogle {}
