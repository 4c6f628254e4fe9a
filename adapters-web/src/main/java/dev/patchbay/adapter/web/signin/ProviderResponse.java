package dev.patchbay.adapter.web.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.port.provider.IdentityProvider;
import io.micronaut.serde.annotation.Serdeable;

@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ProviderResponse(String id, String name, String loginUrl) {

    static ProviderResponse of(IdentityProvider provider) {
        return new ProviderResponse(provider.id().value(), provider.name(), "/auth/" + provider.id() + "/login");
    }
}
