package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.web.Parameters;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Links to the bot: {@code https://t.me/<bot>?start=<payload>}, or the same page under the sandbox's address. */
final class DeepLink {
    /** Where the sandbox plays {@code https://t.me}. */
    static final String PAGE = "/t.me";

    private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private DeepLink() {}

    /**
     * The payload; empty if the link has none.
     *
     * @throws IllegalArgumentException if it leads elsewhere, or Telegram would not take the payload
     */
    static Optional<String> payload(URI link, String bot) {
        String path = Optional.ofNullable(link.getPath()).orElse("");
        String host = Optional.ofNullable(link.getHost()).orElse("");
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean ours = host.equals("t.me") || host.equals("telegram.me") || path.startsWith(PAGE + "/");
        if (!ours || !name.equalsIgnoreCase(bot)) {
            throw new IllegalArgumentException("the link does not lead to @" + bot);
        }
        return checked(Parameters.parse(Optional.ofNullable(link.getRawQuery()).orElse("")));
    }

    /** The payload in the query of such a link, checked in the same way. */
    static Optional<String> checked(Parameters query) {
        Optional<String> payload = query.get("start");
        if (payload.isPresent() && !PAYLOAD.matcher(payload.get()).matches()) {
            throw new IllegalArgumentException("START_PARAM_INVALID: 1 to 64 of A-Z a-z 0-9 _ -");
        }
        return payload;
    }
}
