package dev.patchbay.port.provider;

/**
 * Why a provider does not let a redirect URI be registered.
 *
 * @param isCertain whether it never does; otherwise it was seen to refuse such ones
 * @param words what it takes instead, in plain words
 */
public record RedirectTrap(boolean isCertain, String words) {}
