package dev.patchbay.adapter.web.live;

import dev.patchbay.adapter.web.user.ConnectionList.Listing;
import dev.patchbay.domain.session.SessionClaim;
import java.time.Duration;
import reactor.core.publisher.FluxSink;

/**
 * Somebody who listens. Nothing is kept for them: who does not take what is sent hears of the latest list once they do, and is let go when they
 * take nothing for long. One thread at a time looks after it.
 */
final class LiveStream {
    static final Duration BETWEEN_BEATS = Duration.ofSeconds(15);

    /** Two heartbeats that could not be sent. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final SessionClaim claim;
    private final FluxSink<byte[]> sink;
    private String seen;
    private Duration sentAt;

    /** @param seen fingerprint of the list that they know; empty when they know none */
    LiveStream(SessionClaim claim, FluxSink<byte[]> sink, String seen, Duration now) {
        this.claim = claim;
        this.sink = sink;
        this.seen = seen;
        this.sentAt = now;
    }

    SessionClaim claim() {
        return claim;
    }

    /** Greets them, and tells them the list unless they know it. Before anything else. */
    void begin(Listing listing) {
        boolean known = listing.fingerprint().equals(seen);
        seen = listing.fingerprint();
        sink.next(EventText.bytes(EventText.GREETING + (known ? "" : EventText.of(listing))));
    }

    /** Tells them the list, unless it is the one that they were told last. */
    void show(Listing listing, Duration now) {
        if (!listing.fingerprint().equals(seen) && takes(EventText.of(listing), now)) {
            seen = listing.fingerprint();
        }
    }

    /** Shows that the stream lives, when nothing else did for a while; lets those go who take nothing. */
    void beat(Duration now) {
        Duration silence = now.minus(sentAt);
        if (silence.compareTo(BETWEEN_BEATS) >= 0
                && !takes(EventText.HEARTBEAT, now)
                && silence.compareTo(PATIENCE) >= 0) {
            sink.complete();
        }
    }

    /** Their session is over. */
    void sessionEnded() {
        sink.next(EventText.bytes(EventText.ENDED));
        sink.complete();
    }

    /** They may listen elsewhere. */
    void end() {
        sink.complete();
    }

    private boolean takes(String text, Duration now) {
        if (sink.requestedFromDownstream() == 0) {
            return false;
        }
        sink.next(EventText.bytes(text));
        sentAt = now;
        return true;
    }
}
