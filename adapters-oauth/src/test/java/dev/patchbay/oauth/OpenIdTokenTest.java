package dev.patchbay.oauth;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.provider.IdentityProvider;
import java.time.Clock;

/** A provider without any quirk. */
class OpenIdTokenTest extends IdTokenContract {
    @Override
    protected IdentityProvider provider(GuardedHttp http, Clock clock, String home) {
        return new OpenIdProvider(http, clock, Fixtures.identityProvider(new ProviderId("test"), "Test"), home) {};
    }
}
