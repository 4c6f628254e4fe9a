package dev.patchbay.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrantClassTest {

    static Stream<GrantClass> all() {
        return Stream.concat(
                Stream.of(
                        new GrantClass.NonRotating(),
                        new GrantClass.Overlap(),
                        new GrantClass.Strict(),
                        new GrantClass.StrictRevoke()),
                LongStream.of(1, 5, 10, 19, 20, 30, 3600).mapToObj(s -> new GrantClass.Grace(Duration.ofSeconds(s))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_lease_outlasts_the_call_it_protects(GrantClass grantClass) {
        assertThat(grantClass.callTimeout()).isPositive();
        assertThat(grantClass.lease()).isGreaterThan(grantClass.callTimeout());
    }

    @Test
    void a_call_inside_a_grace_window_ends_before_half_of_it_is_over() {
        assertThat(new GrantClass.Grace(Duration.ofSeconds(8)).callTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(new GrantClass.Grace(Duration.ofMinutes(5)).callTimeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void where_an_unknown_outcome_costs_the_grant_there_is_patience() {
        for (GrantClass strict : List.of(new GrantClass.Strict(), new GrantClass.StrictRevoke())) {
            assertThat(strict.callTimeout()).isEqualTo(Duration.ofSeconds(60));
        }
        assertThat(new GrantClass.NonRotating().callTimeout()).isEqualTo(Duration.ofSeconds(10));
    }
}
