package dev.patchbay.domain.merge;

/** A row as it was read, and as it is to be. */
public record Change<T>(T before, T after) {}
