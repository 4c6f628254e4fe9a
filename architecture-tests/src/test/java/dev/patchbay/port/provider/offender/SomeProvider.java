package dev.patchbay.port.provider.offender;

public interface SomeProvider {}
