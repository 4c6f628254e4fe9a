package dev.patchbay.domain.provider;

import java.net.URI;

/**
 * Where a provider differs from the standard it follows, or from what most people believe of it.
 *
 * @param name a stable short name, such as {@code empty_scope}
 * @param text what it does and what we do about it, in plain words
 * @param source where it is documented or was seen
 */
public record Quirk(String name, String text, URI source) {}
