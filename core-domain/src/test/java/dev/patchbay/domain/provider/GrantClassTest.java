package dev.patchbay.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrantClassTest {

    private static final GrantClass NON_ROTATING = new GrantClass.NonRotating();
    private static final GrantClass OVERLAP = new GrantClass.Overlap();
    private static final GrantClass GRACE = new GrantClass.Grace(Duration.ofSeconds(10));
    private static final GrantClass STRICT = new GrantClass.Strict();
    private static final GrantClass STRICT_REVOKE = new GrantClass.StrictRevoke();
    private static final Instant UNTIL = Instant.parse("2026-11-21T10:00:00Z");

    static Stream<GrantClass> all() {
        return Stream.concat(
                Stream.of(NON_ROTATING, OVERLAP, STRICT, STRICT_REVOKE),
                LongStream.of(1, 5, 10, 19, 20, 30, 3600).mapToObj(s -> new GrantClass.Grace(Duration.ofSeconds(s))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_lease_outlasts_the_call_it_protects(GrantClass grantClass) {
        assertThat(grantClass.callTimeout()).isPositive();
        assertThat(grantClass.lease()).isGreaterThan(grantClass.callTimeout());
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_call_that_is_sent_as_late_as_it_may_be_still_ends_before_its_lease(GrantClass grantClass) {
        assertThat(grantClass.sendWithin()).isPositive();
        assertThat(grantClass.sendWithin().plus(grantClass.callTimeout())).isLessThan(grantClass.lease());
    }

    @Test
    void a_call_inside_a_grace_window_leaves_time_to_ask_again_inside_it() {
        assertThat(new GrantClass.Grace(Duration.ofSeconds(9)).callTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(new GrantClass.Grace(Duration.ofSeconds(9)).lease()).isEqualTo(Duration.ofMillis(4500));
        assertThat(new GrantClass.Grace(Duration.ofSeconds(30)).lease()).isEqualTo(Duration.ofSeconds(12));
        assertThat(new GrantClass.Grace(Duration.ofMinutes(5)).callTimeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void where_an_unknown_outcome_costs_the_grant_there_is_patience() {
        assertThat(List.of(STRICT, STRICT_REVOKE)).allSatisfy(strict -> {
            assertThat(strict.callTimeout()).isEqualTo(Duration.ofSeconds(60));
            assertThat(strict.lease()).isEqualTo(Duration.ofSeconds(65));
        });
        assertThat(List.of(NON_ROTATING, OVERLAP)).allSatisfy(mild -> {
            assertThat(mild.callTimeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(mild.lease()).isEqualTo(Duration.ofSeconds(15));
        });
    }

    @Test
    void where_showing_a_token_twice_is_harmless_a_claim_is_free_when_it_ran_out_or_its_holder_is_gone() {
        assertThat(List.of(NON_ROTATING, OVERLAP, GRACE)).allSatisfy(mild -> {
            assertThat(mild.mayTakeOver(UNTIL, false, UNTIL.minusMillis(1))).isFalse();
            assertThat(mild.mayTakeOver(UNTIL, false, UNTIL)).isTrue();
            assertThat(mild.mayTakeOver(UNTIL, true, UNTIL.minusSeconds(60))).isTrue();
        });
    }

    @Test
    void where_it_is_not_a_claim_is_free_when_it_ran_out_and_its_holder_is_gone_or_silent_for_five_minutes() {
        assertThat(List.of(STRICT, STRICT_REVOKE)).allSatisfy(strict -> {
            assertThat(strict.mayTakeOver(UNTIL, true, UNTIL.minusMillis(1))).isFalse();
            assertThat(strict.mayTakeOver(UNTIL, true, UNTIL)).isTrue();
            assertThat(strict.mayTakeOver(UNTIL, false, UNTIL.plusSeconds(300).minusMillis(1)))
                    .isFalse();
            assertThat(strict.mayTakeOver(UNTIL, false, UNTIL.plusSeconds(300))).isTrue();
        });
    }

    @Test
    void only_where_a_refresh_risks_nothing_is_it_made_before_anybody_asks() {
        assertThat(List.of(NON_ROTATING, OVERLAP, GRACE)).allMatch(GrantClass::renewsAhead);
        assertThat(List.of(STRICT, STRICT_REVOKE)).noneMatch(GrantClass::renewsAhead);
    }

    @Test
    void an_unknown_outcome_may_cost_the_token_wherever_refreshing_ends_the_old_one() {
        assertThat(List.of(NON_ROTATING, OVERLAP)).noneMatch(GrantClass::usesUp);
        assertThat(List.of(GRACE, STRICT, STRICT_REVOKE)).allMatch(GrantClass::usesUp);
    }

    @Test
    void who_is_seen_to_rotate_is_treated_as_strict_and_nobody_is_ever_treated_laxer() {
        assertThat(NON_ROTATING.onceSeenToRotate()).isEqualTo(STRICT);
        assertThat(List.of(OVERLAP, GRACE, STRICT, STRICT_REVOKE))
                .allSatisfy(other -> assertThat(other.onceSeenToRotate()).isEqualTo(other));
    }
}
