package dev.patchbay.usecase.certificate;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.certificate.RenewalWindow;
import dev.patchbay.port.certificate.CertificateAuthority.Advice;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskAboutRenewalTest {
    private final CertificateStage stage = new CertificateStage();
    private final KeepCertificate keep = stage.process("one");
    private final RenewalWindow window = new RenewalWindow(NOW.plus(days(20)), NOW.plus(days(21)));

    @Test
    void a_new_certificate_is_asked_about_at_once_and_its_window_decides() {
        stage.first.advising(suggested(window, Optional.empty()));
        keep.look();
        keep.look();

        assertThat(stage.first.asked()).containsExactly(stage.kept().chain());
        assertThat(stage.kept().plan().renewAt()).isBetween(window.start(), window.end());
        stage.clock.set(window.end());
        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);
    }

    @Test
    void it_is_asked_several_times_a_day_and_by_one_of_many() {
        KeepCertificate other = stage.process("other");
        keep.look();
        for (int i = 0; i < 48 * 60; i++) {
            keep.look();
            other.look();
            stage.clock.advance(minutes(1));
        }

        assertThat(stage.first.asked()).hasSize(8);
    }

    @Test
    void the_draw_is_kept_while_the_window_stays_and_drawn_anew_for_another() {
        stage.first.advising(suggested(window, Optional.empty()));
        keep.look();
        keep.look();
        Instant drawn = stage.kept().plan().renewAt();
        stage.clock.advance(hours(7));
        keep.look();
        assertThat(stage.first.asked()).hasSize(2);
        assertThat(stage.kept().plan().renewAt()).isEqualTo(drawn);

        var sooner = new RenewalWindow(NOW.plus(days(1)), NOW.plus(days(1)));
        stage.first.advising(suggested(sooner, Optional.empty()));
        stage.clock.advance(hours(7));
        keep.look();
        assertThat(stage.kept().plan().renewAt()).isEqualTo(sooner.start());
    }

    @Test
    void what_it_says_about_asking_again_is_kept_within_a_minute_and_half_a_day() {
        stage.first.advising(suggested(window, Optional.of(NOW.plus(hours(3)))));
        keep.look();
        keep.look();
        assertThat(stage.kept().timing().askAt()).isEqualTo(NOW.plus(hours(3)));

        stage.clock.set(NOW.plus(hours(3)));
        stage.first.advising(suggested(window, Optional.of(NOW)));
        keep.look();
        assertThat(stage.kept().timing().askAt()).isEqualTo(NOW.plus(hours(3)).plus(minutes(1)));

        stage.clock.set(NOW.plus(hours(4)));
        stage.first.advising(suggested(window, Optional.of(NOW.plus(days(9)))));
        keep.look();
        assertThat(stage.kept().timing().askAt()).isEqualTo(NOW.plus(hours(15)));
    }

    @Test
    void while_it_does_not_answer_what_it_said_before_holds() {
        stage.first.advising(suggested(window, Optional.empty()));
        keep.look();
        keep.look();
        stage.first.advising(new Advice.Unavailable("away"));
        stage.clock.advance(hours(7));

        keep.look();

        assertThat(stage.kept().timing().window()).contains(window);
        assertThat(stage.kept().timing().askAt()).isAfter(stage.clock.instant());
    }

    @Test
    void advice_that_is_taken_back_leaves_the_share_of_life() {
        stage.first.advising(suggested(window, Optional.empty()));
        keep.look();
        keep.look();
        stage.first.advising(new Advice.NotGiven());
        stage.clock.advance(hours(7));

        keep.look();

        assertThat(stage.kept().timing().window()).isEmpty();
        assertThat(stage.kept().plan().renewAt()).isAfter(NOW.plus(days(55)));
    }

    private static Advice suggested(RenewalWindow window, Optional<Instant> askAgainAt) {
        return new Advice.Suggested(window, askAgainAt, Optional.of("https://ca.example/why"));
    }
}
