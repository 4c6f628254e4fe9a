package dev.patchbay.adapter.lastfm;

import dev.patchbay.domain.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code api_sig}: the MD5 of all parameters in the order of their names, followed by the shared secret. MD5 is what Last.fm asks for.
 *
 * @see <a href="https://www.last.fm/api/webauth#_6-sign-your-calls">Sign your calls</a>
 */
final class Signature {
    private Signature() {}

    /** @param parameters without {@code format}, which is not signed */
    static String of(Map<String, String> parameters, Secret sharedSecret) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(parameters).forEach((name, value) -> text.append(name).append(value));
        text.append(sharedSecret.reveal());
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
