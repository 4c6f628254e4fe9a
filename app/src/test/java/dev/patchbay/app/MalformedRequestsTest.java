package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent, on whatever route: an answer that blames the request, or none; no defect, no stack trace, no waiting. */
class MalformedRequestsTest {
    private static final boolean NIGHTLY = "nightly".equals(System.getProperty("faults.scale"));
    private static final int REQUESTS = NIGHTLY ? 10_000 : 2_000;
    private static final int MANGLED = 200;
    private static final int OF_ONE_PERSON = 100;

    /** What clears up by itself may be said, with a time to come back; nothing else of its kind may. */
    private static final List<String> PASSING =
            List.of("\"paced\"", "\"temporarily_unavailable\"", "\"provider_unavailable\"");

    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @Test
    void whatever_is_sent_is_answered_and_is_nobodys_defect() {
        var watch = new Watch();
        watch.start();
        Logger root = Logs.root();
        root.addAppender(watch);
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            settings.putAll(Map.of(
                    "LIMITS", "off", "REQUEST_HEAD_SECONDS", "1", "REQUEST_BODY_SECONDS", "1", "IDLE_SECONDS", "2"));
            List<Routes.Route> routes = Routes.of(settings);
            assertThat(routes).hasSizeGreaterThan(50);
            try (Patchbay service = Patchbay.start(settings)) {
                var people = new People(world, service);
                var malformed = new Malformed(20_261_121, routes, people::session);
                var raw = new RawHttp(service.address());
                for (int i = 0; i < REQUESTS; i++) {
                    judge(raw, malformed.next());
                }
                for (int i = 0; i < MANGLED; i++) {
                    judge(raw, malformed.mangled());
                }
                assertThat(complaints).isEmpty();
                assertThat(people.all).isGreaterThan(REQUESTS / OF_ONE_PERSON / 2);
                assertThat(world.connected(service.baseUrl(), "ann").accessToken())
                        .isNotEmpty();
            }
        } finally {
            root.detachAppender(watch);
        }
    }

    private void judge(RawHttp raw, byte[] request) {
        Optional<RawHttp.Answer> heard = raw.ask(request);
        if (heard.isEmpty()) {
            return;
        }
        RawHttp.Answer answer = heard.get();
        boolean passing = answer.status() == 503
                && answer.header("Retry-After").isPresent()
                && PASSING.stream().anyMatch(answer.body()::contains);
        if (answer.status() >= 500 && !passing) {
            complaints.add("answered with " + answer + " to " + RawHttp.shown(request));
        }
        if (!answer.header("X-Content-Type-Options").equals(Optional.of("nosniff"))
                || answer.header("Content-Security-Policy").isEmpty()
                || answer.header("X-Request-Id").isEmpty()
                || answer.header("Server").isPresent()) {
            complaints.add("without the headers: " + answer + " to " + RawHttp.shown(request));
        }
        // What was mangled may be two requests; the answer to the second follows one without a body.
        boolean says = answer.status() >= 400
                && !answer.body().isEmpty()
                && !answer.header("Content-Length").equals(Optional.of("0"));
        String type = answer.header("Content-Type").orElse("");
        if (says
                && !type.startsWith("application/problem+json")
                && !isPage(answer, type)
                && !RawHttp.shown(request).contains("text/html")) {
            complaints.add("no problem: " + answer + " to " + RawHttp.shown(request));
        }
        if (answer.head().contains("X-Injected")) {
            complaints.add("a header came back: " + answer);
        }
    }

    /** People at {@code /operator} or {@code /apps/…} read a page, also of what is not there. */
    private static boolean isPage(RawHttp.Answer answer, String type) {
        return answer.status() == 404
                && type.startsWith("text/html")
                && answer.header("Content-Security-Policy").stream()
                        .anyMatch(policy -> policy.contains("form-action 'self'"));
    }

    /** Somebody who is signed in; now and then somebody else, because sessions end and accounts are erased on the way. */
    private static final class People {
        private final World world;
        private final Patchbay service;
        private String session = "";
        private int asked;
        private int all;

        People(World world, Patchbay service) {
            this.world = world;
            this.service = service;
        }

        String session() {
            if (asked++ % OF_ONE_PERSON == 0) {
                all++;
                session = world.connected(service.baseUrl(), all % 2 == 0 ? "ann" : "bob")
                        .cookie("session")
                        .orElseThrow();
            }
            return session;
        }
    }

    /** Hears what the server and its parts have to say. */
    private final class Watch extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            String logger = event.getLoggerName();
            boolean web = logger.startsWith("io.netty") || logger.startsWith("io.micronaut.http");
            if (event.getFormattedMessage().contains("by a defect") || web && event.getThrowableProxy() != null) {
                complaints.add(logger + ": " + event.getFormattedMessage());
            }
        }
    }
}
