package dev.patchbay.oauth;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an OpenID provider says in one sign-in, sound at first; a scenario changes what it likes. Not safe for many threads. */
final class Forge {
    static final String CLIENT = "us";
    static final String CLIENT_SECRET = "our secret, which is longer than thirty-two bytes";
    static final String ACCESS_TOKEN = "an-access-token";

    final Map<String, Object> header = new LinkedHashMap<>();
    final Map<String, Object> claims;
    final Map<String, Object> metadata;
    final List<Object> keys = new ArrayList<>();
    final String base;
    ForgedKey key;
    private final UnaryOperator<Map<String, Object>> publishing;
    private Function<String, byte[]> signer;
    private UnaryOperator<String> finish = token -> token;

    /** @param publishing what this provider adds to each key it publishes */
    Forge(
            String base,
            Map<String, Object> metadata,
            Map<String, Object> claims,
            UnaryOperator<Map<String, Object>> publishing) {
        this.base = base;
        this.metadata = metadata;
        this.claims = claims;
        this.publishing = publishing;
        this.key = signedBy(ForgedKey.Kind.RS256, "one");
    }

    /** Signs with this key, and publishes it alone. */
    ForgedKey signedBy(ForgedKey.Kind kind, String kid) {
        keys.clear();
        ForgedKey made = ForgedKey.of(kind, kid);
        signOnlyWith(made);
        header.put("kid", kid);
        publish(made);
        return made;
    }

    /** Signs with this key under whatever name the header has, and publishes nothing. */
    void signOnlyWith(ForgedKey other) {
        key = other;
        signer = other::sign;
        header.put("alg", other.kind().name());
        header.put("typ", "JWT");
    }

    Map<String, Object> publish(ForgedKey another) {
        Map<String, Object> jwk = publishing.apply(another.published());
        keys.add(jwk);
        return jwk;
    }

    @SuppressWarnings("unchecked") // only maps are put there first
    Map<String, Object> publishedKey() {
        return (Map<String, Object>) keys.getFirst();
    }

    void mac(byte[] secret) {
        header.put("alg", "HS256");
        signer = input -> hmac(secret, input);
    }

    /** Changes the finished token. */
    void finish(UnaryOperator<String> change) {
        finish = change;
    }

    String token() {
        String input = part(header) + "." + part(claims);
        return finish.apply(input + "." + base64(signer.apply(input)));
    }

    static String part(Map<String, Object> json) {
        return base64(JSONObjectUtils.toJSONString(json).getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hmac(byte[] secret, String input) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a character in the middle of the signature changed, where each of its bits counts. */
    static String damaged(String token) {
        int middle = token.lastIndexOf('.') + 40;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }
}
