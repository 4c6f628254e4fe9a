package dev.patchbay.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.web.live.LiveConnections;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People who listen hear what becomes of their connections. */
class LiveTest {
    private static final String GREETING = "retry: 3000";
    private static final String ENDED = "event: ended|data: {}";

    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");

    @AfterEach
    void stop() {
        service.close();
    }

    private void look() {
        service.context().getBean(LiveConnections.class).look();
    }

    @Test
    void the_list_comes_at_the_beginning_and_whenever_it_changed() {
        try (Listening listening = Listening.to(service, ann)) {
            assertThat(listening.next()).isEqualTo(GREETING);
            assertThat(listening.next()).startsWith("id: ").endsWith("|event: connections|data: {\"data\":[]}");
            look();
            service.connected(ann.account, any -> any);
            assertThat(listening.next(this::look))
                    .endsWith("|event: connections|data: "
                            + ann.client().get("/user/platforms").body());
            look();
            blocks(Cause.APP_REJECTED);
            assertThat(listening.next(this::look)).contains("\"state\":\"app_blocked\"", "\"cause\":\"app_rejected\"");
        }
    }

    private void blocks(Cause cause) {
        service.store
                .appConditions()
                .note(
                        service.spotifyApp().id(),
                        new AppCondition.Blocked(cause, service.clock.instant(), service.clock.instant()));
    }

    @Test
    void a_wait_that_is_over_is_told_though_nothing_was_written() {
        service.connected(ann.account, any -> any);
        service.store
                .appConditions()
                .note(
                        service.spotifyApp().id(),
                        new AppCondition.CoolingDown(
                                Cause.THROTTLED,
                                service.clock.instant(),
                                service.clock.instant().plusSeconds(60)));
        try (Listening listening = Listening.to(service, ann)) {
            listening.next();
            assertThat(listening.next()).contains("\"state\":\"waiting\"");
            service.clock.advance(Duration.ofSeconds(61));
            assertThat(listening.next(this::look)).contains("\"state\":\"connected\"");
        }
    }

    @Test
    void who_knows_the_list_hears_of_the_next_one() {
        String id;
        try (Listening first = Listening.to(service, ann)) {
            first.next();
            id = first.next().split("[:|]", -1)[1].strip();
        }
        try (Listening again = Listening.to(service, ann, "Last-Event-ID", id)) {
            assertThat(again.next()).isEqualTo(GREETING);
            look();
            service.connected(ann.account, any -> any);
            assertThat(again.next(this::look)).contains("spotify").doesNotContain(id);
        }
        try (Listening late = Listening.to(service, ann, "Last-Event-ID", id)) {
            assertThat(late.next()).isEqualTo(GREETING);
            assertThat(late.next()).contains("spotify");
        }
    }

    @Test
    void nobody_hears_of_anybody_else() {
        TestService.Person ben = service.person("Ben");
        try (Listening listening = Listening.to(service, ann)) {
            listening.next();
            listening.next();
            service.connected(ben.account, any -> any);
            look();
            service.store.sessions().end(ann.account.id(), ann.session.id(), service.clock.instant());
            look();
            assertThat(listening.next()).isEqualTo(ENDED);
        }
    }

    @Test
    void with_its_session_a_stream_ends_and_others_of_the_account_do_not() {
        Session other = service.newSession(ann.account);
        try (Listening ending = Listening.to(service, ann);
                Listening staying = Listening.with(service, "Cookie", "patchbay_session=" + service.tokenOf(other))) {
            for (int i = 0; i < 2; i++) {
                ending.next();
                staying.next();
            }
            ann.client().post("/auth/logout", "{}");
            service.connected(ann.account, any -> any);
            look();
            assertThat(ending.next()).isEqualTo(ENDED);
            assertThat(ending.next()).isEqualTo("(over)");
            assertThat(staying.next(this::look)).contains("spotify");
            service.clock.advance(Duration.ofDays(8));
            look();
            assertThat(staying.next()).isEqualTo(ENDED);
        }
    }

    @Test
    void a_silent_stream_shows_that_it_lives() {
        try (Listening listening = Listening.to(service, ann)) {
            listening.next();
            listening.next();
            service.clock.advance(Duration.ofSeconds(14));
            look();
            service.clock.advance(Duration.ofSeconds(1));
            assertThat(listening.next(this::look)).isEqualTo(":");
            look();
            service.connected(ann.account, any -> any);
            assertThat(listening.next(this::look)).contains("spotify");
        }
    }

    @Test
    void a_store_that_is_away_ends_no_stream_and_is_no_event() {
        try (Listening listening = Listening.to(service, ann)) {
            listening.next();
            listening.next();
            service.connected(ann.account, any -> any);
            service.storeGoesDown();
            look();
            service.clock.advance(Duration.ofSeconds(15));
            assertThat(listening.next(this::look)).isEqualTo(":");
            service.store.heal();
            assertThat(listening.next(this::look)).contains("spotify");
        }
    }

    @Test
    void nothing_is_asked_of_the_store_when_nobody_listens() {
        service.storeGoesDown();
        look();
        ann.client().get("/user/platforms/events").isProblem(503, "temporarily_unavailable");
    }

    @Test
    void an_account_listens_in_ten_places_and_whoever_leaves_makes_room() {
        List<Listening> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(Listening.to(service, ann));
            assertThat(all.getLast().next()).isEqualTo(GREETING);
        }
        Answer eleventh = ann.client().get("/user/platforms/events").isProblem(429, "too_many_requests");
        assertThat(Integer.parseInt(eleventh.header("Retry-After"))).isPositive();
        try (Listening ben = Listening.to(service, service.person("Ben"))) {
            assertThat(ben.next()).isEqualTo(GREETING);
        }
        all.getFirst().close();
        eventuallyListens();
        all.forEach(Listening::close);
    }

    /** The server hears of it a moment later. */
    private void eventuallyListens() {
        for (int i = 0; i < 2000; i++) {
            try (Listening again = Listening.to(service, ann)) {
                if (again.status() == 200) {
                    return;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody made room");
    }

    @Test
    void looks_that_do_not_listen_take_no_place() {
        for (int i = 0; i < 20; i++) {
            assertThat(ann.client().send("HEAD", "/user/platforms/events", null).status())
                    .isEqualTo(200);
        }
        try (Listening listening = Listening.to(service, ann)) {
            assertThat(listening.status()).isEqualTo(200);
        }
    }

    @Test
    void the_service_listens_to_as_many_as_the_operator_says() {
        try (TestService small = TestService.start(Map.of("MAX_EVENT_STREAMS", "1"))) {
            try (Listening one = Listening.to(small, small.person("Ann"))) {
                assertThat(one.next()).isEqualTo(GREETING);
                Answer more = small.person("Ben")
                        .client()
                        .get("/user/platforms/events")
                        .isProblem(503, "temporarily_unavailable");
                assertThat(Integer.parseInt(more.header("Retry-After"))).isPositive();
            }
        }
    }

    @Test
    void when_the_service_stops_streams_end_and_none_begins() {
        try (Listening listening = Listening.to(service, ann)) {
            listening.next();
            listening.next();
            service.context().getBean(LiveConnections.class).end();
            assertThat(listening.next()).isEqualTo("(over)");
            ann.client().get("/user/platforms/events").isProblem(503, "temporarily_unavailable");
        }
    }

    @Test
    void nothing_on_the_way_keeps_or_holds_back_a_stream() {
        try (Listening listening =
                Listening.to(service, ann, "Accept", "text/event-stream", "Accept-Encoding", "gzip")) {
            assertThat(listening.next()).isEqualTo(GREETING);
            assertThat(listening.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=utf-8");
            assertThat(listening.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(listening.headers().firstValue("X-Accel-Buffering")).hasValue("no");
            assertThat(listening.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(listening.headers().firstValue("Content-Encoding")).hasValue("identity");
        }
    }
}
