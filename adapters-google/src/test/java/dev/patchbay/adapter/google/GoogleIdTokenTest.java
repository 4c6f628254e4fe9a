package dev.patchbay.adapter.google;

import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.IdTokenContract;
import dev.patchbay.port.provider.IdentityProvider;
import java.net.URI;
import java.time.Clock;

class GoogleIdTokenTest extends IdTokenContract {
    @Override
    protected IdentityProvider provider(GuardedHttp http, Clock clock, String home) {
        return new GoogleIdentity(http, clock, new GoogleSettings(URI.create(home)));
    }
}
