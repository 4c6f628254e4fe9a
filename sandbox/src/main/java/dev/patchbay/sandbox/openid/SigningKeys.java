package dev.patchbay.sandbox.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.patchbay.sandbox.ledger.Journal;
import dev.patchbay.sandbox.web.Json;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The RSA keys that ID tokens are signed with, newest first; kept by the journal. Safe for many threads. */
public final class SigningKeys {
    private static final int PUBLISHED = 3;

    private final Journal journal;
    private final String topic;
    private final List<RSAKey> keys = new ArrayList<>();

    /** Those of this party. */
    public SigningKeys(Journal journal, String party) {
        this.journal = journal;
        this.topic = party + ".keys";
        for (Map<String, Object> line : journal.takeEarlier(topic)) {
            keys.addFirst(parse(String.valueOf(line.get("jwk"))));
        }
    }

    /** The key that signs now; made when first asked for, since making one takes a moment. */
    synchronized RSAKey current() {
        return keys.isEmpty() ? rotate() : keys.getFirst();
    }

    /** Signs with a new key from now on; the former ones stay published. */
    public synchronized RSAKey rotate() {
        RSAKey key = generate("sandbox-" + (keys.size() + 1));
        journal.append(topic, Json.object("jwk", key.toJSONString()));
        keys.addFirst(key);
        return key;
    }

    /** The public halves, as published. */
    public synchronized JWKSet published() {
        current();
        return new JWKSet(List.copyOf(keys.subList(0, Math.min(PUBLISHED, keys.size())))).toPublicJWKSet();
    }

    /** A key that nobody knows, under this id. */
    static RSAKey generate(String kid) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(kid)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no RSA key could be made", e);
        }
    }

    private static RSAKey parse(String jwk) {
        try {
            return RSAKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("a key in the journal is damaged");
        }
    }
}
