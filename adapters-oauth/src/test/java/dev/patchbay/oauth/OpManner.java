package dev.patchbay.oauth;

import java.util.Map;

/** How the OpenID provider that an adapter is made for looks from outside. */
public interface OpManner {
    /** What the adapter is pointed at, at a server of this address; the metadata are under it. */
    String home(String server);

    /** The issuer that the metadata name. */
    default String issuerInMetadata(String server) {
        return home(server);
    }

    /** The issuer that ID tokens name. */
    default String issuerInIdTokens(String server) {
        return home(server);
    }

    /** Claims besides those that OpenID Connect asks for. */
    default Map<String, Object> claims() {
        return Map.of();
    }

    /** Members of each published key besides those of RFC 7517. */
    default Map<String, Object> membersOfKeys(String server) {
        return Map.of();
    }
}
