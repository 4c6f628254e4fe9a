package dev.patchbay.app.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** This machine's clock beside somebody else's. */
final class Clocks {
    static final String NAME = "clock";
    private static final Duration NOTICEABLE = Duration.ofSeconds(5);
    private static final Duration HARMFUL = Duration.ofSeconds(60);

    private Clocks() {}

    /** @param theirs now, at whoever {@code who} names */
    static Finding beside(String who, Instant theirs, Clock ours) {
        Duration apart = Duration.between(theirs, ours.instant());
        String seconds = String.valueOf(apart.abs().toSeconds());
        if (apart.abs().compareTo(NOTICEABLE) <= 0) {
            return Finding.ok(NAME, "within seconds of " + who);
        }
        String what = "this machine is " + seconds + " s " + (apart.isNegative() ? "behind " : "ahead of ") + who;
        String todo = "set the clocks right by NTP: timedatectl set-ntp true, here or there, wherever it is off";
        return apart.abs().compareTo(HARMFUL) > 0 ? Finding.fail(NAME, what, todo) : Finding.warn(NAME, what, todo);
    }

    /** A {@code Date} header (RFC 9110, 6.6.1); empty when it is none. */
    static Optional<Instant> header(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
