package dev.patchbay.domain.connection;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClocksTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration MINUTE = ofMinutes(1);

    @Test
    void a_token_without_an_end_is_fresh_for_whatever_is_asked_and_never_due() {
        Clocks clocks = Clocks.consented(NOW, Clocks.ENDLESS, Optional.empty());
        Instant late = NOW.plus(ofDays(36_500));

        assertThat(clocks.accessEnds()).isEmpty();
        assertThat(clocks.isStillValid(late)).isTrue();
        assertThat(clocks.isFreshFor(ofHours(1), late)).isTrue();
        assertThat(clocks.refreshAfter(new ConnectionId(UUID.randomUUID()))).isEqualTo(Clocks.NEVER);
        assertThat(clocks.refreshed(late, Clocks.ENDLESS).accessEnds()).isEmpty();
        assertThat(clocks.refreshed(late, ofHours(1)).accessEnds()).contains(late.plus(ofHours(1)));
        assertThat(Clocks.consented(NOW, ofHours(1), Optional.empty()).accessEnds())
                .contains(NOW.plus(ofHours(1)));
    }

    @Test
    void an_hours_token_is_fresh_for_a_minute_until_its_last_minute() {
        Clocks clocks = livingFor(ofHours(1));

        assertThat(clocks.isFreshFor(MINUTE, NOW)).isTrue();
        assertThat(clocks.isFreshFor(MINUTE, NOW.plus(ofMinutes(59)).minusSeconds(1)))
                .isTrue();
        assertThat(clocks.isFreshFor(MINUTE, NOW.plus(ofMinutes(59)))).isFalse();
    }

    @Test
    void ten_minutes_asked_are_ten_minutes_given() {
        Clocks clocks = livingFor(ofHours(1));

        assertThat(clocks.isFreshFor(ofMinutes(10), NOW.plus(ofMinutes(49)))).isTrue();
        assertThat(clocks.isFreshFor(ofMinutes(10), NOW.plus(ofMinutes(50)))).isFalse();
    }

    @Test
    void a_minutes_token_can_be_lent_though_a_minute_is_asked_of_it() {
        Clocks clocks = livingFor(ofSeconds(60));

        assertThat(clocks.isFreshFor(MINUTE, NOW)).isTrue();
        assertThat(clocks.isFreshFor(MINUTE, NOW.plusSeconds(29))).isTrue();
        assertThat(clocks.isFreshFor(MINUTE, NOW.plusSeconds(30))).isFalse();
    }

    @Test
    void no_more_than_half_of_its_life_is_demanded_of_a_token() {
        Clocks clocks = livingFor(ofHours(1));

        assertThat(clocks.isFreshFor(ofDays(365), NOW.plus(ofMinutes(29)))).isTrue();
        assertThat(clocks.isFreshFor(ofDays(365), NOW.plus(ofMinutes(30)))).isFalse();
        assertThat(clocks.isFreshFor(ofSeconds(Long.MAX_VALUE), NOW)).isTrue();
    }

    @Test
    void a_token_needs_some_seconds_for_the_way_even_when_nothing_is_asked() {
        Clocks clocks = livingFor(ofHours(1));
        Instant expires = clocks.accessExpiresAt();

        assertThat(clocks.isFreshFor(Duration.ZERO, expires.minusSeconds(6))).isTrue();
        assertThat(clocks.isFreshFor(Duration.ZERO, expires.minusSeconds(5))).isFalse();
        assertThat(clocks.isFreshFor(ofHours(-1), expires.minusSeconds(5))).isFalse();
    }

    @Test
    void a_token_without_a_life_is_never_fresh() {
        assertThat(livingFor(Duration.ZERO).isFreshFor(Duration.ZERO, NOW)).isFalse();
        assertThat(livingFor(Duration.ZERO).isStillValid(NOW)).isFalse();
    }

    @Test
    void a_token_is_valid_until_the_moment_it_expires() {
        Clocks clocks = livingFor(ofHours(1));

        assertThat(clocks.isStillValid(clocks.accessExpiresAt().minusNanos(1000)))
                .isTrue();
        assertThat(clocks.isStillValid(clocks.accessExpiresAt())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 10, 60, 299, 300, 600, 1500, 3600, 28_800, 86_400, 5_184_000})
    void a_renewal_is_due_before_the_token_expires_and_in_the_second_half_of_its_life(long seconds) {
        Clocks clocks = livingFor(ofSeconds(seconds));

        for (ConnectionId id : manyIds()) {
            Instant due = clocks.refreshAfter(id);
            assertThat(due).isBefore(clocks.accessExpiresAt());
            // Half of the life at most, and five percent of jitter.
            assertThat(due)
                    .isAfterOrEqualTo(
                            NOW.plus(ofSeconds(seconds).multipliedBy(45).dividedBy(100)));
        }
    }

    @Test
    void an_hours_token_is_renewed_between_six_and_nine_minutes_before_it_expires() {
        Clocks clocks = livingFor(ofHours(1));

        assertThat(manyIds().stream().map(clocks::refreshAfter))
                .allMatch(due -> !due.isAfter(clocks.accessExpiresAt().minus(ofMinutes(6))))
                .allMatch(due -> !due.isBefore(clocks.accessExpiresAt().minus(ofMinutes(9))));
    }

    @Test
    void the_jitter_is_the_same_every_time_and_spreads_a_cohort() {
        Clocks clocks = livingFor(ofHours(1));
        List<ConnectionId> cohort = manyIds();

        assertThat(cohort.stream().map(clocks::refreshAfter).toList())
                .isEqualTo(cohort.stream().map(clocks::refreshAfter).toList());
        long[] perTenth = new long[10];
        for (ConnectionId id : cohort) {
            Duration early = Duration.between(clocks.refreshAfter(id), clocks.accessExpiresAt())
                    .minus(ofMinutes(6));
            perTenth[(int) Math.min(9, early.toMillis() * 10 / ofMinutes(3).toMillis())]++;
        }
        assertThat(Arrays.stream(perTenth)).allMatch(count -> count > cohort.size() / 20);
    }

    @Test
    void a_refresh_moves_the_access_tokens_clock_and_never_the_consents() {
        Clocks before = livingFor(ofHours(1));
        Clocks clocks = before;
        for (int i = 1; i <= 1000; i++) {
            clocks = clocks.refreshed(NOW.plus(ofHours(i)), ofHours(2));
        }

        assertThat(clocks.accessIssuedAt()).isEqualTo(NOW.plus(ofHours(1000)));
        assertThat(clocks.accessExpiresAt()).isEqualTo(NOW.plus(ofHours(1002)));
        assertThat(clocks.consentedAt()).isEqualTo(before.consentedAt());
        assertThat(clocks.reauthorizeBy()).isEqualTo(before.reauthorizeBy());
    }

    @Test
    void a_consent_has_ended_from_its_last_moment_on() {
        Clocks clocks = livingFor(ofHours(1));
        Instant end = clocks.reauthorizeBy().orElseThrow();

        assertThat(clocks.consentHasEnded(end.minusNanos(1000))).isFalse();
        assertThat(clocks.consentHasEnded(end)).isTrue();
        assertThat(new Clocks(NOW, NOW, NOW, Optional.empty()).consentHasEnded(Instant.MAX))
                .isFalse();
    }

    private static Clocks livingFor(Duration life) {
        return new Clocks(NOW, NOW.plus(life), NOW, Optional.of(NOW.plus(ofDays(180))));
    }

    private static List<ConnectionId> manyIds() {
        Random random = new Random(7);
        return Stream.generate(() -> new ConnectionId(new UUID(random.nextLong(), random.nextLong())))
                .limit(2000)
                .toList();
    }
}
