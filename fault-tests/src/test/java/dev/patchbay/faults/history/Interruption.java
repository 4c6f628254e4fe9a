package dev.patchbay.faults.history;

import java.time.Instant;

/** Something was cut off: a process by {@code kill -9}, or an answer on its way. */
public record Interruption(String what, Instant at) {}
