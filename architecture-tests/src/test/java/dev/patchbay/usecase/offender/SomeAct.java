package dev.patchbay.usecase.offender;

public interface SomeAct {}
