package dev.patchbay.adapter.web.client;

import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code TRUSTED_PROXIES} and {@code FORWARDED_HEADER}: whose word is taken for where a request comes from, and which word. One
 * header, because a proxy that writes one of them passes on the other as the client sent it.
 *
 * @param proxies empty when nobody's word is taken
 */
record ProxySettings(List<AddressBlock> proxies, Header header) implements ModuleSettings {
    static final String TRUSTED_PROXIES = "TRUSTED_PROXIES";
    static final String FORWARDED_HEADER = "FORWARDED_HEADER";

    private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1");

    /** A block that holds more than every address of a big company is a slip of the hand. */
    private static final int SHORTEST = 8;

    /** How proxies say it. */
    enum Header {
        X_FORWARDED_FOR("X-Forwarded-For"),
        /** RFC 7239. */
        FORWARDED("Forwarded");

        private final String text;

        Header(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    ProxySettings {
        proxies = List.copyOf(proxies);
    }

    static ProxySettings read(Settings settings) {
        List<AddressBlock> proxies = new ArrayList<>();
        for (String part : settings.text(TRUSTED_PROXIES).orElse("").split(",", -1)) {
            String word = part.strip();
            if (word.equalsIgnoreCase("loopback")) {
                LOOPBACK.forEach(block -> proxies.add(AddressBlock.parse(block).orElseThrow()));
            } else if (!word.isEmpty()) {
                block(settings, word).ifPresent(proxies::add);
            }
        }
        return new ProxySettings(proxies, header(settings));
    }

    private static Optional<AddressBlock> block(Settings settings, String word) {
        Optional<AddressBlock> block = AddressBlock.parse(word);
        if (block.isEmpty()) {
            settings.problem(
                    TRUSTED_PROXIES,
                    "takes addresses and blocks such as 10.0.0.0/8 or fd00::/8, or loopback, separated by commas; one"
                            + " of them is none of these");
        } else if (block.get().prefix() < SHORTEST) {
            settings.problem(
                    TRUSTED_PROXIES,
                    "has a block shorter than /" + SHORTEST
                            + ", so that anybody could say where they come from; name your proxies alone");
            return Optional.empty();
        }
        return block;
    }

    private static Header header(Settings settings) {
        String wanted = settings.text(FORWARDED_HEADER).orElse(Header.X_FORWARDED_FOR.text());
        return switch (wanted.toLowerCase(Locale.ROOT)) {
            case "x-forwarded-for" -> Header.X_FORWARDED_FOR;
            case "forwarded" -> Header.FORWARDED;
            default -> {
                settings.problem(FORWARDED_HEADER, "must be X-Forwarded-For or Forwarded");
                yield Header.X_FORWARDED_FOR;
            }
        };
    }

    boolean trusts(InetAddress address) {
        for (AddressBlock proxy : proxies) {
            if (proxy.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
