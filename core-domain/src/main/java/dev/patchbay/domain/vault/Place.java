package dev.patchbay.domain.vault;

/**
 * Where a sealed secret belongs. It is authenticated with the secret, so that a ciphertext moved to another table, column,
 * row, owner, provider or version does not open. The owner comes from {@link KeyOwner}.
 *
 * @param field table and column, such as {@code connection.refresh_token}
 * @param row the row's id; it exists before the secret is sealed
 * @param provider the provider's id, or empty where there is none
 * @param version the row's version for which it was sealed; 0 where rows have none
 */
public record Place(String field, String row, String provider, long version) {}
