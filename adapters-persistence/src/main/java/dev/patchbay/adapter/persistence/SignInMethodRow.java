package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Exact;
import dev.patchbay.adapter.persistence.Columns.Owner;
import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@MappedEntity("sign_in_method")
record SignInMethodRow(
        @Owner AccountId accountId,
        @ProviderName ProviderId provider,
        @Exact String issuer,
        @Exact String subject,
        @Nullable String email,
        @Nullable String name,
        @Nullable String picture,
        @Utc Instant linkedAt,
        @Utc Instant lastUsedAt,
        boolean emailVerified,
        @Exact @Nullable String alternateSubject) {

    static SignInMethodRow of(SignInMethod method) {
        ExternalIdentity identity = method.identity();
        return new SignInMethodRow(
                method.account(),
                identity.provider(),
                identity.issuer(),
                identity.subject(),
                Shown.ifFits(identity.email(), Shown.EMAIL).orElse(null),
                Shown.ifFits(identity.name(), Shown.NAME).orElse(null),
                Shown.ifFits(identity.picture(), Shown.ADDRESS).orElse(null),
                method.linkedAt(),
                method.lastUsedAt(),
                identity.emailVerified(),
                identity.alternateSubject().orElse(null));
    }

    SignInMethod method() {
        ExternalIdentity identity = new ExternalIdentity(
                provider,
                issuer,
                subject,
                Optional.ofNullable(email),
                emailVerified,
                Optional.ofNullable(name),
                Optional.ofNullable(picture),
                Optional.ofNullable(alternateSubject));
        return new SignInMethod(accountId, identity, linkedAt, lastUsedAt);
    }
}
