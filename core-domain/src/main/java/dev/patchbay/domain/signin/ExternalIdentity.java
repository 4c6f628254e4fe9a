package dev.patchbay.domain.signin;

import dev.patchbay.domain.provider.ProviderId;
import java.util.Optional;

/**
 * Who somebody is at an identity provider, as that provider proved it. The key is {@code (provider, issuer, subject)};
 * everything else is for display and never decides who somebody is.
 */
public record ExternalIdentity(
        ProviderId provider,
        String issuer,
        String subject,
        Optional<String> email,
        Optional<String> name,
        Optional<String> picture) {
    public ExternalIdentity {
        if (issuer.isBlank() || subject.isBlank() || subject.length() > 255 || issuer.length() > 255) {
            throw new IllegalArgumentException("issuer and subject have 1 to 255 characters");
        }
    }
}
