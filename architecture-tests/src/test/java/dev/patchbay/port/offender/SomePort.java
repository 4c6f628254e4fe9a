package dev.patchbay.port.offender;

public interface SomePort {}
