package dev.patchbay.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.connection.Upkeep;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What operators' graphs are drawn from. */
class ConnectionGaugesTest {
    private static final ClientAppId APP = new ClientAppId(new ProviderId("spotify"), "client-1");

    private final SteppingClock clock = SteppingClock.atNow();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Answers upkeep = new Answers();
    private final ConnectionGauges gauges = new ConnectionGauges(registry, upkeep, clock);

    @Test
    void each_app_is_shown_by_states_and_soonest_times_and_how_far_the_sweep_lags() {
        Instant now = clock.instant();
        upkeep.summary = new Upkeep.Summary(
                APP,
                3,
                1,
                2,
                4,
                Optional.of(now.plusSeconds(60)),
                Optional.empty(),
                Optional.of(now.minusSeconds(5)),
                Optional.of(now.minusSeconds(90)));

        gauges.look();

        assertThat(registry.scrape())
                .contains("patchbay_connections{app=\"client-1\",provider=\"spotify\",state=\"active\"} 3.0")
                .contains("state=\"needs_reconnect\"} 2.0")
                .contains("state=\"quarantined\"} 4.0")
                .contains("patchbay_access_expiry_soonest_seconds{")
                .contains("patchbay_renewal_last_success_seconds{")
                .contains("patchbay_sweep_lag_seconds{app=\"client-1\",provider=\"spotify\"} 90.0")
                .doesNotContain("patchbay_consent_end_soonest_seconds{");
    }

    @Test
    void a_store_that_takes_long_to_say_is_asked_the_more_seldom() {
        upkeep.takes = Duration.ofSeconds(3);

        gauges.look();
        clock.advance(Duration.ofSeconds(59));
        gauges.look();
        assertThat(upkeep.asked).isEqualTo(1);

        clock.advance(Duration.ofSeconds(2));
        gauges.look();
        assertThat(upkeep.asked).isEqualTo(2);
    }

    private final class Answers implements Upkeep {
        private Summary summary =
                new Summary(APP, 0, 0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        private Duration takes = Duration.ZERO;
        private int asked;

        @Override
        public List<Summary> summaries(Instant now) {
            asked++;
            clock.advance(takes);
            return List.of(summary);
        }

        @Override
        public boolean quarantine(ConnectionId id, long version, Cause cause, Instant now) {
            throw new AssertionError("gauges only look");
        }

        @Override
        public int revive(ProviderId platform, Instant diedSince, Instant now) {
            throw new AssertionError("gauges only look");
        }

        @Override
        public int forgetDead(Instant endedBefore) {
            throw new AssertionError("gauges only look");
        }
    }
}
