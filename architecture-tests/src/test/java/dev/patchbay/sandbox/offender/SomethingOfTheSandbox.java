package dev.patchbay.sandbox.offender;

public interface SomethingOfTheSandbox {}
