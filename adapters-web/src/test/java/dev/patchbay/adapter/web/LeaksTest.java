package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.port.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Codes, states, handoffs, cookies and tokens stay out of logs and out of answers that do not promise them. */
class LeaksTest {

    @Test
    void no_log_line_of_ours_carries_a_secret_and_refusals_are_logged_by_code() {
        Logger ours = (Logger) LoggerFactory.getLogger("dev.patchbay");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        ours.setLevel(Level.TRACE);
        ours.addAppender(lines);
        List<String> secrets = new ArrayList<>(List.of("access-of-Ann", "refresh-of-Ann"));
        try (TestService service = TestService.start()) {
            TestService.Person ann = service.person("Ann");
            service.connected(ann.account, connection -> connection.expiringIn(minutes(50)));
            secrets.add(ann.token());
            Client browser = service.client();
            String state = browser.post("/auth/google/login", "{}").text("data.state");
            String code = service.google.consentOf(Fixtures.anIdentity());
            secrets.addAll(List.of(state, code));
            service.client().get("/auth/google/callback?code=" + code + "&state=" + state);
            service.client().post("/auth/session", "{\"handoff\":\"" + state + "\",\"state\":\"" + state + "\"}");
            ann.client().post("/platforms/spotify/callback", "{\"handoff\":\"" + state + "\"}");
            ann.client().get("/platforms/spotify/token").isOk();
            service.spotify.whoAnswer = Optional.of(new WhoAnswer.TokenNotAccepted());
            ann.client().get("/platforms/spotify/health?probe=true").isOk();
        } finally {
            ours.detachAppender(lines);
            ours.setLevel(null);
        }
        List<String> text =
                lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(text)
                .anyMatch(line ->
                        line.matches("request [0-9a-f]{16}: the return from google was refused: wrong_browser"));
        assertThat(text).anyMatch(line -> line.matches("request [0-9a-f]{16}: a handoff was refused: handoff_invalid"));
        for (String secret : secrets) {
            assertThat(text).noneMatch(line -> line.contains(secret));
        }
    }

    @Test
    void a_defect_is_a_500_that_says_nothing_and_a_log_line_without_messages() {
        Logger ours = (Logger) LoggerFactory.getLogger("dev.patchbay");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        ours.addAppender(lines);
        ours.setAdditive(false);
        try (TestService service = TestService.start()) {
            TestService.Person ann = service.person("Ann");
            service.connected(ann.account, connection -> connection.expiringIn(minutes(50)));
            service.spotify.defect = Optional.of(() -> new IllegalStateException("token access-of-Ann"));
            Answer answer =
                    ann.client().get("/platforms/spotify/health?probe=true").isProblem(500, "internal_error");
            assertThat(answer.body()).doesNotContain("access-of-Ann", "IllegalState");
            assertThat(lines.list).singleElement().satisfies(line -> {
                assertThat(line.getFormattedMessage())
                        .contains(
                                answer.header("X-Request-Id"), "java.lang.IllegalStateException", "FakePlatform.whoIs")
                        .doesNotContain("access-of-Ann");
                assertThat(line.getThrowableProxy()).isNull();
            });
        } finally {
            ours.setAdditive(true);
            ours.detachAppender(lines);
        }
    }
}
