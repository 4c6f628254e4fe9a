package dev.patchbay.domain.connection;

import java.util.Optional;

/**
 * Who somebody is at a platform.
 *
 * @param id the platform's most stable id of the person; 1 to 255 characters
 * @param name for display
 * @param picture for display
 */
public record ExternalAccount(String id, Optional<String> name, Optional<String> picture) {
    public ExternalAccount {
        if (id.isBlank() || id.length() > 255) {
            throw new IllegalArgumentException("an outside account's id has 1 to 255 characters");
        }
    }
}
