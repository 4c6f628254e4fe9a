package dev.patchbay.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.connection.Upkeep;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What operators' graphs are drawn from. */
class ConnectionGaugesTest {
    private static final ClientAppId APP = new ClientAppId(new ProviderId("spotify"), "client-1");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ConnectionGauges gauges = new ConnectionGauges(registry);

    @Test
    void each_app_is_shown_by_states_and_soonest_times_and_how_far_the_sweep_lags() {
        Instant now = Fixtures.NOW;
        Upkeep.Summary summary = new Upkeep.Summary(
                APP,
                3,
                1,
                2,
                4,
                Optional.of(now.plusSeconds(60)),
                Optional.empty(),
                Optional.of(now.minusSeconds(5)),
                Optional.of(now.minusSeconds(90)));

        gauges.show(List.of(summary), now);

        assertThat(registry.scrape())
                .contains("patchbay_connections{app=\"client-1\",provider=\"spotify\",state=\"active\"} 3.0")
                .contains("state=\"needs_reconnect\"} 2.0")
                .contains("state=\"quarantined\"} 4.0")
                .contains("patchbay_access_expiry_soonest_seconds{")
                .contains("patchbay_renewal_last_success_seconds{")
                .contains("patchbay_sweep_lag_seconds{app=\"client-1\",provider=\"spotify\"} 90.0")
                .doesNotContain("patchbay_consent_end_soonest_seconds{");
    }
}
