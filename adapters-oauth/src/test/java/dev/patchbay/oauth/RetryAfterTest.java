package dev.patchbay.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "7 | PT7S",
                " 81654 | PT81654S",
                "86400 | PT24H",
                "86401 | PT24H",
                "99999999999999999999 | PT24H",
                "Sat, 21 Nov 2026 12:01:30 GMT | PT1M30S",
                "Sat, 21 Nov 2026 11:00:00 GMT | PT0S",
                "Tue, 1 Dec 2026 12:00:00 GMT | PT24H"
            })
    void seconds_and_dates_are_times_from_now_up_to_a_day(String header, Duration pause) {
        assertThat(RetryAfter.parse(header, NOW)).contains(pause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "1e3", "٣", "999999999999999999999", "21 Nov 2026"})
    void garbage_is_ignored(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void the_headers_name_may_be_in_lower_case() {
        try (LocalServer server = new LocalServer(asked -> new LocalServer.Reply(503, "", "retry-after: 3"));
                GuardedHttp http = new GuardedHttp(Clock.systemUTC())) {
            assertThat(http.send(HttpCall.get(server.at("/"))))
                    .isInstanceOfSatisfying(HttpAnswer.Answered.class, answered -> assertThat(answered.retryAfter())
                            .contains(Duration.ofSeconds(3)));
        }
    }
}
