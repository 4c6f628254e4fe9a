package dev.patchbay.usecase.connection;

/** With whose app somebody wants to connect. */
public sealed interface AppChoice {
    /** They did not say: with their own if they brought one, else with the operator's. */
    record Unsaid() implements AppChoice {}

    /** With the one they brought. */
    record Own() implements AppChoice {}

    /** With the operator's. */
    record Shared() implements AppChoice {}
}
