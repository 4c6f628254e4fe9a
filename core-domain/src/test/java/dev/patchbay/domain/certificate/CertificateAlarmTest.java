package dev.patchbay.domain.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.certificate.CertificateAlarm.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateAlarmTest {
    private static final Instant BEGIN = Instant.parse("2026-11-21T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "P90D, P31D, ",
        "P90D, P14DT1S, ",
        "P90D, P14D, LATE",
        "P90D, P3DT1S, LATE",
        "P90D, P3D, SOON",
        "P90D, PT1S, SOON",
        "P90D, PT0S, ENDED",
        "P90D, -P1D, ENDED",
        "P20D, P5DT1S, ",
        "P20D, P5D, LATE",
        "P20D, P2DT1S, LATE",
        "P20D, P2D, SOON"
    })
    void a_share_of_the_life_or_some_days_whichever_is_less(Duration life, Duration left, Urgency urgency) {
        Instant end = BEGIN.plus(life);

        assertThat(CertificateAlarm.of(BEGIN, end, false, Optional.of("why"), end.minus(left)))
                .isEqualTo(Optional.ofNullable(urgency).map(one -> new CertificateAlarm(one, end, Optional.of("why"))));
    }

    @Test
    void there_is_none_yet_and_that_is_worth_a_word_only_once_it_failed() {
        Instant end = BEGIN.plusSeconds(60);

        assertThat(CertificateAlarm.of(BEGIN, end, true, Optional.empty(), BEGIN))
                .isEmpty();
        assertThat(CertificateAlarm.of(BEGIN, end, true, Optional.of("port 80 is closed"), BEGIN))
                .map(CertificateAlarm::urgency)
                .contains(Urgency.MISSING);
    }
}
