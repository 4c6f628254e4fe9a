package dev.patchbay.adapter.openid;

import dev.patchbay.oauth.ProviderModuleContract;
import java.util.Map;

class OidcModuleTest extends ProviderModuleContract {
    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "OIDC_KEYCLOAK_ISSUER", "https://id.example/realms/music",
                "OIDC_KEYCLOAK_CLIENT_ID", "patchbay",
                "OIDC_KEYCLOAK_CLIENT_SECRET", "secret",
                "OIDC_KEYCLOAK_SCOPES", "openid groups");
    }
}
