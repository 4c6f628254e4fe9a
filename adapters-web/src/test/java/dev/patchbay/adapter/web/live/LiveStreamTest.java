package dev.patchbay.adapter.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.web.user.ConnectionList.Listing;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.port.Fixtures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

class LiveStreamTest {
    private final Reader reader = new Reader();
    private final LiveStream stream = listenedToBy(reader);

    @Test
    void a_slow_reader_hears_of_the_latest_list_only() {
        stream.begin(listing("a"));
        stream.show(listing("b"), seconds(2));
        stream.show(listing("c"), seconds(4));
        assertThat(reader.heard).isEmpty();
        reader.take(1);
        reader.take(1);
        assertThat(reader.heard).containsExactly("retry: 3000\n\n" + event("a"));
        stream.show(listing("d"), seconds(6));
        assertThat(reader.heard.getLast()).isEqualTo(event("d"));
        reader.take(1);
        stream.show(listing("d"), seconds(8));
        stream.show(listing("e"), seconds(8));
        assertThat(reader.heard).hasSize(3).endsWith(event("e"));
    }

    @Test
    void who_takes_nothing_for_long_is_let_go() {
        reader.take(1);
        stream.begin(listing("a"));
        stream.beat(seconds(15));
        stream.beat(seconds(44));
        assertThat(reader.over).isFalse();
        stream.beat(seconds(45));
        assertThat(reader.over).isTrue();
        assertThat(reader.heard).hasSize(1);
    }

    @Test
    void who_takes_heartbeats_stays() {
        reader.take(100);
        stream.begin(listing("a"));
        for (int i = 0; i < 200; i += 5) {
            stream.beat(seconds(i));
        }
        assertThat(reader.over).isFalse();
        assertThat(reader.heard).hasSize(14).endsWith(EventText.HEARTBEAT);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static Listing listing(String name) {
        return new Listing("{\"data\":[]}", name);
    }

    private static String event(String name) {
        return "id: " + name + "\nevent: connections\ndata: {\"data\":[]}\n\n";
    }

    private static LiveStream listenedToBy(Reader reader) {
        var claim = new SessionClaim(
                new SessionId(new UUID(1, 2)), Fixtures.anAccountNamed("Ann").id(), Fixtures.NOW);
        var sink = new AtomicReference<FluxSink<byte[]>>();
        Flux.<byte[]>create(sink::set).subscribe(reader);
        return new LiveStream(claim, sink.get(), "", Duration.ZERO);
    }

    /** Takes as much as it is told to. */
    private static final class Reader extends BaseSubscriber<byte[]> {
        private final List<String> heard = new ArrayList<>();
        private boolean over;

        void take(int more) {
            request(more);
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {}

        @Override
        protected void hookOnNext(byte[] text) {
            heard.add(new String(text, StandardCharsets.UTF_8));
        }

        @Override
        protected void hookOnComplete() {
            over = true;
        }
    }
}
