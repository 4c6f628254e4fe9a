package dev.patchbay.sandbox.lastfm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code api_sig}: the MD5 of all parameters by name, and then the secret; {@code format} and {@code callback} stay out. */
final class Signature {
    private static final Set<String> UNSIGNED = Set.of("api_sig", "format", "callback");

    private Signature() {}

    static String of(Map<String, String> parameters, String secret) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(parameters).forEach((name, value) -> {
            if (!UNSIGNED.contains(name)) {
                text.append(name).append(value);
            }
        });
        return HexFormat.of().formatHex(md5(text.append(secret).toString()));
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
