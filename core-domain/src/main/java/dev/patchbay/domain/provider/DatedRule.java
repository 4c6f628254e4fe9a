package dev.patchbay.domain.provider;

import java.net.URI;
import java.time.LocalDate;

/**
 * A rule of the provider's that people run into, such as seats or the length of a consent.
 *
 * @param name a stable short name, such as {@code seats}
 * @param text the rule in plain words
 * @param since when it came into force
 * @param source the provider's own page
 */
public record DatedRule(String name, String text, LocalDate since, URI source) {}
