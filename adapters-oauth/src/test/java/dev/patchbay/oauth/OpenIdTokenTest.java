package dev.patchbay.oauth;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.port.provider.IdentityProvider;
import java.time.Clock;

/** A provider without any quirk. */
class OpenIdTokenTest extends IdTokenContract {
    @Override
    protected IdentityProvider provider(GuardedHttp http, Clock clock, String home) {
        return new OpenIdProvider(http, clock, home) {
            @Override
            protected Scopes scopes() {
                return Scopes.of("openid");
            }

            @Override
            public ProviderId id() {
                return new ProviderId("test");
            }

            @Override
            public String name() {
                return "Test";
            }
        };
    }
}
