package dev.patchbay.adapter.openid;

import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.IdTokenContract;
import dev.patchbay.oauth.OpManner;
import dev.patchbay.port.provider.IdentityProvider;
import java.time.Clock;

class OidcIdTokenTest extends IdTokenContract {
    @Override
    protected IdentityProvider provider(GuardedHttp http, Clock clock, String home) {
        return OidcIdentityTest.provider(http, clock, home);
    }

    /** With a slash at the end of the issuer, which the well-known path does not double. */
    @Override
    protected OpManner manner() {
        return server -> server + "/application/o/music/";
    }
}
