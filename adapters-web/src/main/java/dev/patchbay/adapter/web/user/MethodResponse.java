package dev.patchbay.adapter.web.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A way into the account.
 *
 * @param name how people call the provider
 * @param emailVerified whether the provider says that the address is this person's
 * @param displayName how the provider calls the person
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record MethodResponse(
        String provider,
        String name,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String displayName,
        String linkedAt,
        String lastUsedAt) {

    static MethodResponse of(SignInMethod method, String providerName) {
        ExternalIdentity identity = method.identity();
        return new MethodResponse(
                identity.provider().value(),
                providerName,
                identity.email().orElse(null),
                identity.emailVerified(),
                identity.name().orElse(null),
                Times.text(method.linkedAt()),
                Times.text(method.lastUsedAt()));
    }
}
