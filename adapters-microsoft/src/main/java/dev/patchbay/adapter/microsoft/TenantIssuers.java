package dev.patchbay.adapter.microsoft;

import dev.patchbay.oauth.Claims;
import dev.patchbay.oauth.Issuers;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * An issuer for each tenant. Where several tenants may come in, metadata and keys name the template instead, and a token's own
 * {@code tid} fills it in; then everything is compared exactly.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer">Validate the issuer</a>
 */
record TenantIssuers(URI place, Door door) implements Issuers {
    static final String TEMPLATE = "{tenantid}";

    @Override
    public String inMetadata() {
        return of(door.tenantInMetadata());
    }

    @Override
    public boolean inRedirect(String iss) {
        String start = place + "/";
        String end = "/v2.0";
        return iss.startsWith(start)
                && iss.endsWith(end)
                && iss.length() > start.length() + end.length()
                && mayCome(iss.substring(start.length(), iss.length() - end.length()));
    }

    @Override
    public Set<String> inIdToken(Claims claims) {
        return tenant(claims).filter(this::mayCome).map(this::of).map(Set::of).orElse(Set.of());
    }

    @Override
    public String ofKey(String said, Claims claims) {
        return said.replace(TEMPLATE, tenant(claims).orElse(""));
    }

    static Optional<String> tenant(Claims claims) {
        return claims.text("tid");
    }

    private boolean mayCome(String tenant) {
        return Door.TENANT.matcher(tenant).matches() && door.takes(tenant);
    }

    private String of(String tenant) {
        return place + "/" + tenant + "/v2.0";
    }
}
