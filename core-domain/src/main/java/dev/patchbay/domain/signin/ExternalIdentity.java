package dev.patchbay.domain.signin;

import dev.patchbay.domain.provider.ProviderId;
import java.util.Optional;

/**
 * Who somebody is at an identity provider, as that provider proved it. The key is {@code (provider, issuer, subject)};
 * everything else is for display or for operators and never decides who somebody is.
 *
 * @param emailVerified whether the provider says that the address is this person's; false when it says nothing
 * @param alternateSubject a second name of the same person, kept for the day on which the first one changes (Microsoft's
 *     {@code sub} does with the client id, its {@code oid} and {@code tid} do not); 1 to 255 characters
 */
public record ExternalIdentity(
        ProviderId provider,
        String issuer,
        String subject,
        Optional<String> email,
        boolean emailVerified,
        Optional<String> name,
        Optional<String> picture,
        Optional<String> alternateSubject) {
    public ExternalIdentity {
        if (issuer.isBlank() || subject.isBlank() || subject.length() > 255 || issuer.length() > 255) {
            throw new IllegalArgumentException("issuer and subject have 1 to 255 characters");
        }
        if (alternateSubject
                .filter(other -> other.isBlank() || other.length() > 255)
                .isPresent()) {
            throw new IllegalArgumentException("an alternate subject has 1 to 255 characters");
        }
        emailVerified = emailVerified && email.isPresent();
    }

    /** Somebody with one name and an address that nobody vouches for. */
    public ExternalIdentity(
            ProviderId provider,
            String issuer,
            String subject,
            Optional<String> email,
            Optional<String> name,
            Optional<String> picture) {
        this(provider, issuer, subject, email, false, name, picture, Optional.empty());
    }

    /** The same person by another name of the provider's choice. */
    public ExternalIdentity namedBy(String otherIssuer, String otherSubject, Optional<String> alternate) {
        return new ExternalIdentity(
                provider, otherIssuer, otherSubject, email, emailVerified, name, picture, alternate);
    }

    /** The same person with this word of the provider's about the address. */
    public ExternalIdentity withEmailVerified(boolean verified) {
        return new ExternalIdentity(provider, issuer, subject, email, verified, name, picture, alternateSubject);
    }
}
