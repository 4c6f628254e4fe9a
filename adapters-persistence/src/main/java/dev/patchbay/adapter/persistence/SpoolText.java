package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.connection.Spool.Entry;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A spooled grant as text: a line for each fact, its value in base64, and a last line with the SHA-256 of what stands before it, so
 * that half a file is never taken for a whole one. Nothing in it can be read without the vault but who, where and when.
 */
final class SpoolText {
    private static final String CHECK = "sha256 ";
    private static final Base64.Encoder ENCODER = Base64.getEncoder();
    private static final Base64.Decoder DECODER = Base64.getDecoder();

    private SpoolText() {}

    static String write(Entry entry) {
        Clocks clocks = entry.clocks();
        SealedTokens tokens = entry.tokens();
        StringBuilder text = new StringBuilder("patchbay-spool 1\n");
        line(text, "connection", entry.connection().toString());
        line(text, "account", entry.account().value());
        line(text, "platform", entry.platform().value());
        line(text, "app-provider", entry.app().provider().value());
        line(text, "client-id", entry.app().name());
        line(text, "version", Long.toString(entry.version()));
        line(text, "scopes", entry.scopes().toString());
        line(text, "access-issued-at", clocks.accessIssuedAt().toString());
        line(text, "access-expires-at", clocks.accessExpiresAt().toString());
        line(text, "consented-at", clocks.consentedAt().toString());
        clocks.reauthorizeBy().ifPresent(end -> line(text, "reauthorize-by", end.toString()));
        line(text, "token-type", tokens.tokenType());
        bytes(text, "access-token", tokens.accessToken().envelope());
        tokens.refreshToken().ifPresent(token -> bytes(text, "refresh-token", token.envelope()));
        String body = text.toString();
        return body + CHECK + checksum(body) + "\n";
    }

    /** Empty when it is not a whole entry of this version. */
    static Optional<Entry> read(String text) {
        int check = text.lastIndexOf(CHECK);
        if (check < 0 || !text.substring(check).equals(CHECK + checksum(text.substring(0, check)) + "\n")) {
            return Optional.empty();
        }
        Map<String, byte[]> facts = new LinkedHashMap<>();
        try {
            text.substring(0, check).lines().skip(1).forEach(line -> {
                int space = line.indexOf(' ');
                facts.put(line.substring(0, space), DECODER.decode(line.substring(space + 1)));
            });
            return Optional.of(entry(facts));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    private static Entry entry(Map<String, byte[]> facts) {
        return new Entry(
                new ConnectionId(UUID.fromString(text(facts, "connection"))),
                new AccountId(text(facts, "account")),
                new ProviderId(text(facts, "platform")),
                ClientAppId.named(new ProviderId(text(facts, "app-provider")), text(facts, "client-id")),
                Long.parseLong(text(facts, "version")),
                new SealedTokens(
                        text(facts, "token-type"),
                        new SealedSecret(required(facts, "access-token")),
                        Optional.ofNullable(facts.get("refresh-token")).map(SealedSecret::new)),
                Scopes.parse(text(facts, "scopes")),
                new Clocks(
                        time(facts, "access-issued-at"),
                        time(facts, "access-expires-at"),
                        time(facts, "consented-at"),
                        facts.containsKey("reauthorize-by")
                                ? Optional.of(time(facts, "reauthorize-by"))
                                : Optional.empty()));
    }

    /** Of the text before the last line; also names a file by what is in it. */
    static String checksum(String text) {
        return Secret.of(text).fingerprint().hex();
    }

    private static void line(StringBuilder text, String name, String value) {
        bytes(text, name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(StringBuilder text, String name, byte[] value) {
        text.append(name).append(' ').append(ENCODER.encodeToString(value)).append('\n');
    }

    private static byte[] required(Map<String, byte[]> facts, String name) {
        byte[] value = facts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private static String text(Map<String, byte[]> facts, String name) {
        return new String(required(facts, name), StandardCharsets.UTF_8);
    }

    private static Instant time(Map<String, byte[]> facts, String name) {
        return Instant.parse(text(facts, name));
    }
}
