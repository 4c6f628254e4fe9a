package dev.patchbay.port.provider;

import java.net.URI;
import java.util.Optional;

/** A {@link ProviderStage} for a music platform. */
public interface PlatformStage extends ProviderStage {
    /** The platform under test, pointed at this stage. */
    MusicPlatform platform();

    /** Whether the party speaks OAuth 2; one that does not has its own request, and no PKCE. */
    default boolean speaksOAuth() {
        return true;
    }

    /** Where the state is in an authorization request of a party that does not speak OAuth 2. */
    default Optional<String> stateIn(URI authorizationUrl) {
        return Visit.parameter(authorizationUrl, "state");
    }

    /** How a caller shows the platform's access tokens. */
    default String tokenType() {
        return "Bearer";
    }

    /** The person withdraws everything at the party; every token is dead. */
    void withdraw();

    /** How many calls arrived in all. */
    int arrivedInAll();
}
