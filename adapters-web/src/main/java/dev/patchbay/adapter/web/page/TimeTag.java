package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.message.Times;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times in pages: in UTC as written, in the zone of whoever reads where scripts run ({@code times.js}). */
final class TimeTag {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TimeTag() {}

    /** The time of a day that the reader knows, such as "14:05 UTC". */
    static Html clock(Instant when) {
        return tag("clock", when, CLOCK.format(when));
    }

    /** Such as "4 March 2027". */
    static Html day(Words words, Instant when) {
        return tag("day", when, words.day(when));
    }

    /** The day and the time; scripts leave the day out when it is today. */
    static Html moment(Words words, Instant when) {
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(words.locale())
                .format(when.atOffset(ZoneOffset.UTC));
        return tag("moment", when, day + ", " + CLOCK.format(when));
    }

    /** Calendar days from one to the other in UTC; negative when it is past. */
    static long days(Instant now, Instant then) {
        return ChronoUnit.DAYS.between(
                now.atOffset(ZoneOffset.UTC).toLocalDate(),
                then.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static Html tag(String kind, Instant when, String words) {
        return new Html("<time data-as=\"%s\" datetime=\"%s\">%s</time>"
                .formatted(kind, Times.text(when), Html.text(words).markup()));
    }
}
