package dev.patchbay.domain.connection;

import java.time.Instant;

/**
 * A claim as others see it.
 *
 * @param holder names the process that has it
 * @param until when it runs out
 */
public record Held(String holder, Instant until) {}
