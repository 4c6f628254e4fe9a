package dev.patchbay.adapter.vault;

import dev.patchbay.adapter.vault.VaultCalls.Answer;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.vault.WrappedKey;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A master key that never leaves HashiCorp Vault: its Transit engine wraps and unwraps.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/transit">Transit API</a>
 */
final class TransitMasterKey implements MasterKey {
    private static final Pattern CIPHERTEXT = Pattern.compile("vault:v[0-9]+:[A-Za-z0-9+/]+=*");

    /** What it says of a ciphertext that is not this key's, or was changed or moved; with one status or another. */
    private static final List<String> NOT_OURS =
            List.of("message authentication failed", "unable to decrypt", "invalid ciphertext");

    private final TransitSettings settings;
    private final String origin;
    private final VaultCalls calls;
    private final VaultToken token;

    TransitMasterKey(TransitSettings settings, String origin) {
        this.settings = settings;
        this.origin = origin;
        calls = new VaultCalls(settings);
        token = new VaultToken(calls);
    }

    /** Renews the token it is asked with. */
    @Override
    public void keepAlive() {
        token.keepAlive();
    }

    /** By name: which of its versions wrapped a key stands in what it gave. */
    @Override
    public String id() {
        return "transit:" + settings.mount() + "/" + settings.key();
    }

    @Override
    public String origin() {
        return origin;
    }

    /** @throws StoreUnavailable when there is no good answer */
    @Override
    public WrappedKey wrap(Secret key, byte[] associatedData) {
        Answer answer = post("encrypt", "plaintext", base64(key.revealBytes()), associatedData);
        return data(answer, "ciphertext")
                .filter(text -> CIPHERTEXT.matcher(text).matches())
                .map(text -> new WrappedKey(text.getBytes(StandardCharsets.US_ASCII)))
                .orElseThrow(() -> refused("encrypt", answer));
    }

    /** @throws StoreUnavailable when there is no good answer, which is never a "no" */
    @Override
    public Optional<Secret> unwrap(WrappedKey wrapped, byte[] associatedData) {
        String ciphertext = new String(wrapped.bytes(), StandardCharsets.ISO_8859_1);
        if (!CIPHERTEXT.matcher(ciphertext).matches()) {
            return Optional.empty();
        }
        Answer answer = post("decrypt", "ciphertext", ciphertext, associatedData);
        if (isNotOurs(answer)) {
            return Optional.empty();
        }
        return Optional.of(data(answer, "plaintext")
                .flatMap(TransitMasterKey::bytes)
                .filter(plain -> plain.length > 0)
                .map(Secret::of)
                .orElseThrow(() -> refused("decrypt", answer)));
    }

    private Answer post(String act, String name, String value, byte[] associatedData) {
        // Base64 and ciphertexts need no escaping.
        String body = "{\"%s\":\"%s\",\"associated_data\":\"%s\"}".formatted(name, value, base64(associatedData));
        return calls.post(settings.mount() + "/" + act + "/" + settings.key(), body);
    }

    private static boolean isNotOurs(Answer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return answer.status() >= 400 && NOT_OURS.stream().anyMatch(text::contains);
    }

    private static Optional<String> data(Answer answer, String name) {
        return answer.data(name).filter(JsonNode::isString).map(JsonNode::getStringValue);
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** An outage for whoever waits, with a word for the operator about what to look at. */
    private StoreUnavailable refused(String act, Answer answer) {
        String advice =
                switch (answer.status()) {
                    case 400, 404 ->
                        "; is there a key " + settings.key() + " of type aes256-gcm96 at " + settings.mount() + "?";
                    case 403 ->
                        "; does VAULT_TOKEN live, and may it update " + settings.mount() + "/" + act + "/"
                                + settings.key() + "?";
                    case 503 -> "; it is sealed or in maintenance";
                    default -> "";
                };
        return new StoreUnavailable(
                VaultCalls.SERVICE + " answers " + act + " with status " + answer.status() + advice, null);
    }

    @Override
    public String toString() {
        return "master key " + id() + " from " + origin;
    }
}
