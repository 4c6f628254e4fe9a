package dev.patchbay.adapter.microsoft;

import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.IdTokenContract;
import dev.patchbay.oauth.OpManner;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.settings.GivenSettings;
import java.time.Clock;
import java.util.Map;

class MicrosoftIdTokenTest extends IdTokenContract {
    private static final String TENANT = "3f2a1c5e-7b8d-4e9f-a0b1-c2d3e4f50617";

    @Override
    protected IdentityProvider provider(GuardedHttp http, Clock clock, String home) {
        return new MicrosoftIdentity(
                http, clock, MicrosoftSettings.read(GivenSettings.strict(Map.of("MICROSOFT_AUTHORITY", home))));
    }

    @Override
    protected OpManner manner() {
        return new OpManner() {
            @Override
            public String home(String server) {
                return server + "/common";
            }

            @Override
            public String issuerInMetadata(String server) {
                return server + "/{tenantid}/v2.0";
            }

            @Override
            public String issuerInIdTokens(String server) {
                return server + "/" + TENANT + "/v2.0";
            }

            @Override
            public Map<String, Object> claims() {
                return Map.of("tid", TENANT, "oid", "8a7b6c5d-0000-4000-8000-1f2e3d4c5b6a", "ver", "2.0");
            }

            @Override
            public Map<String, Object> membersOfKeys(String server) {
                return Map.of("issuer", server + "/{tenantid}/v2.0");
            }
        };
    }
}
