package dev.patchbay.usecase.connection;

/** With whose app somebody wants to connect. */
public sealed interface AppChoice {
    /** They did not say: with their own if they brought one, else where they have a seat, else with the operator's. */
    record Unsaid() implements AppChoice {}

    /** With the one they brought. */
    record Own() implements AppChoice {}

    /** With the one in which they have a seat. */
    record Seat() implements AppChoice {}

    /** With the operator's. */
    record Shared() implements AppChoice {}
}
