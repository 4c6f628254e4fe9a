package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** A master key as text: 32 bytes as base64 (either alphabet, padded or not) or hex, or exactly 32 characters. */
final class KeyText {
    static final String MAKE_ONE = "make one with: openssl rand -base64 32";

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{43}=?");
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]{43}=?");
    private static final Pattern CHARACTERS = Pattern.compile("[ -~]{32}");

    private KeyText() {}

    /** White space around it, such as a file's last line end, does not count. */
    static KeyReading read(String given) {
        String text = given.strip();
        Optional<byte[]> bytes = decode(text);
        if (bytes.isEmpty()) {
            return new KeyReading.Bad("is not a master key: it takes 32 bytes as base64 (44 characters) or hex (64 "
                    + "characters), or exactly 32 plain characters, and this has " + text.length() + "; " + MAKE_ONE);
        }
        return judge(bytes.get(), text);
    }

    /** 32 bytes as they are. */
    static KeyReading read(byte[] raw) {
        return judge(raw, "");
    }

    private static KeyReading judge(byte[] bytes, String text) {
        Optional<String> weakness = WeakKeys.weakness(bytes, text);
        return weakness.isPresent()
                ? new KeyReading.Bad("is not a safe master key: " + weakness.get() + "; " + MAKE_ONE)
                : new KeyReading.Good(Secret.of(bytes));
    }

    private static Optional<byte[]> decode(String text) {
        if (CHARACTERS.matcher(text).matches()) {
            return Optional.of(text.getBytes(StandardCharsets.US_ASCII));
        }
        if (HEX.matcher(text).matches()) {
            return Optional.of(HexFormat.of().parseHex(text));
        }
        if (BASE64.matcher(text).matches()) {
            return decode(text, Base64.getDecoder(), Base64.getEncoder());
        }
        if (BASE64URL.matcher(text).matches()) {
            return decode(text, Base64.getUrlDecoder(), Base64.getUrlEncoder());
        }
        return Optional.empty();
    }

    /** 43 characters hold two bits too many; a text that sets them was mistyped. */
    private static Optional<byte[]> decode(String text, Base64.Decoder decoder, Base64.Encoder encoder) {
        byte[] bytes = decoder.decode(text);
        return encoder.encodeToString(bytes).startsWith(text) ? Optional.of(bytes) : Optional.empty();
    }
}
