package dev.patchbay.oauth;

import dev.patchbay.domain.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The {@code at_hash} of OpenID Connect Core 1.0 §3.1.3.6: the left half of a hash, of the size the signature uses. */
final class AccessTokenHash {
    private AccessTokenHash() {}

    /** @param algorithm the ID token's, such as {@code RS256} */
    static String of(String algorithm, Secret accessToken) {
        try {
            byte[] hash = MessageDigest.getInstance(digest(algorithm))
                    .digest(accessToken.reveal().getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    /** Ed25519 hashes with SHA-512 (RFC 8032 §5.1), and so does everybody for its {@code at_hash}. */
    private static String digest(String algorithm) {
        return algorithm.startsWith("Ed") ? "SHA-512" : "SHA-" + algorithm.substring(algorithm.length() - 3);
    }
}
