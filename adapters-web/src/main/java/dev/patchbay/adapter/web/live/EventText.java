package dev.patchbay.adapter.web.live;

import dev.patchbay.adapter.web.user.ConnectionList.Listing;
import java.nio.charset.StandardCharsets;

/** Events as a stream of them is written (HTML, "server-sent events"). */
final class EventText {
    /** The first thing that is sent, so that whoever listens knows that they are heard; and how soon to come back after a loss. */
    static final String GREETING = "retry: 3000\n\n";

    /** A comment, which nobody is told of; proxies and clients see by it that the stream lives. */
    static final String HEARTBEAT = ":\n\n";

    /** Without data nobody would be told of it. */
    static final String ENDED = "event: ended\ndata: {}\n\n";

    private EventText() {}

    static String of(Listing listing) {
        return "id: " + listing.fingerprint() + "\nevent: connections\ndata: " + listing.json() + "\n\n";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
