package dev.patchbay.sandbox.party;

/**
 * Someone with an account at a stand-in.
 *
 * @param id lower-case and unique at its party, such as {@code ann}
 * @param name as shown; may hold anything a person can type
 * @param email the address the party knows
 */
public record Person(String id, String name, String email) {}
