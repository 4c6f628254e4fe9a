package dev.patchbay.domain.provider;

/** A scope we ask for, and why, in words for the person who is asked. */
public record ScopeReason(Scope scope, String why) {}
