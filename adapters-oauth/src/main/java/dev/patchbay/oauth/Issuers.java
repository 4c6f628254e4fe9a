package dev.patchbay.oauth;

import java.util.Set;

/** By which issuer identifiers one OpenID Provider is known. Most have exactly one; a few have one for each tenant. */
public interface Issuers {
    /** What the metadata must call itself, compared character by character (OpenID Connect Discovery 1.0 §4.3). */
    String inMetadata();

    /** Whether a redirect may name this issuer (RFC 9207 §2.4). */
    boolean inRedirect(String iss);

    /** The exact strings that the {@code iss} of an ID token with these claims may be; empty when it may be none. */
    Set<String> inIdToken(Claims claims);

    /** What the {@code issuer} member of a published key means for a token with these claims; such a key signs for that issuer only. */
    default String ofKey(String said, Claims claims) {
        return said;
    }
}
