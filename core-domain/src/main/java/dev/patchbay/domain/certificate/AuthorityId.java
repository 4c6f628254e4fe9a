package dev.patchbay.domain.certificate;

import java.net.URI;

/** Which certificate authority: the URL of its ACME directory. */
public record AuthorityId(URI directory) {
    /** @throws IllegalArgumentException when it is not absolute or longer than 500 characters */
    public AuthorityId {
        if (!directory.isAbsolute() || directory.toString().length() > 500) {
            throw new IllegalArgumentException("a directory has an absolute URL of at most 500 characters");
        }
    }

    /** As it was stored. */
    public static AuthorityId of(String directory) {
        return new AuthorityId(URI.create(directory));
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
