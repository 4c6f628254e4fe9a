package dev.patchbay.domain.unmarked;

public interface NotNullMarked {}
