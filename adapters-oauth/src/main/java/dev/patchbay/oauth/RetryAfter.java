package dev.patchbay.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code Retry-After} header (RFC 9110 §10.2.3): seconds or a date. Anything else counts as absent. */
final class RetryAfter {
    /** Whole days occur in practice; longer pauses are asked for again when the day is over. */
    static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern DIGITS = Pattern.compile("\\d{1,20}");

    private RetryAfter() {}

    static Optional<Duration> parse(String header, Instant now) {
        String text = header.strip();
        if (DIGITS.matcher(text).matches()) {
            return Optional.of(text.length() > 9 ? LONGEST : capped(Duration.ofSeconds(Long.parseLong(text))));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(capped(Duration.between(now, until)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration capped(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
