package dev.patchbay.adapter.web.live;

import dev.patchbay.adapter.web.user.ConnectionList;
import dev.patchbay.adapter.web.user.ConnectionList.Listing;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.usecase.session.ProveSession;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Tells people who listen what their connections become, whichever process changed them: {@link #look} asks the store, once for each account
 * that has a stream, and nothing when nobody listens. Safe for many threads; one at a time looks.
 */
@Singleton
public final class LiveConnections {
    private static final Logger LOG = LoggerFactory.getLogger(LiveConnections.class);

    private final Listeners listeners;
    private final ConnectionList list;
    private final ProveSession proveSession;
    private final Monotonic monotonic;

    LiveConnections(LiveSettings settings, ConnectionList list, ProveSession proveSession, Monotonic monotonic) {
        this.listeners = new Listeners(settings.most());
        this.list = list;
        this.proveSession = proveSession;
        this.monotonic = monotonic;
    }

    Listeners.Room roomFor(AccountId account) {
        return listeners.roomFor(account);
    }

    /**
     * The stream of somebody's list. It ends by itself when there is no room any more by the time it is listened to.
     *
     * @param seen fingerprint of the list that they know; empty when they know none
     */
    Publisher<byte[]> of(SignedIn who, SessionClaim claim, String seen) {
        Listing listing = list.of(who);
        return Flux.create(sink -> begin(who.account(), claim, listing, seen, sink), FluxSink.OverflowStrategy.BUFFER);
    }

    private void begin(AccountId account, SessionClaim claim, Listing listing, String seen, FluxSink<byte[]> sink) {
        var stream = new LiveStream(claim, sink, seen, monotonic.reading());
        stream.begin(listing);
        // Heard at once when they are gone already.
        if (listeners.add(account, stream)) {
            sink.onDispose(() -> listeners.remove(account, stream));
        } else {
            stream.end();
        }
    }

    /** Tells what is new. To be called every few seconds. When the store is away streams stay, and hear nothing new. */
    public void look() {
        try {
            listeners.byAccount().forEach(this::look);
        } catch (StoreUnavailable nextTime) {
            LOG.debug("what is new is not known now");
        }
        Duration now = monotonic.reading();
        listeners.all().forEach(stream -> stream.beat(now));
    }

    private void look(AccountId account, List<LiveStream> streams) {
        try {
            Map<SessionClaim, SignedIn> proven = proveSession.prove(
                    account, streams.stream().map(LiveStream::claim).toList());
            proven.values().stream().findFirst().map(list::of).ifPresent(listing -> {
                Duration now = monotonic.reading();
                streams.stream()
                        .filter(stream -> proven.containsKey(stream.claim()))
                        .forEach(stream -> stream.show(listing, now));
            });
            streams.stream()
                    .filter(stream -> !proven.containsKey(stream.claim()))
                    .forEach(LiveStream::sessionEnded);
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException e) {
            // One account's trouble is not the others'.
            LOG.error("streams of {} were not told what is new", account, e);
        }
    }

    /** Ends all streams, and begins no more: this process stops, and whoever listened finds another. */
    public void end() {
        listeners.close().forEach(LiveStream::end);
    }
}
