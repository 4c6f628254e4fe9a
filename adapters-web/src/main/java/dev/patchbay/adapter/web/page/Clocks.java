package dev.patchbay.adapter.web.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of day, for pages without scripts; scripts show them in the zone of whoever reads. */
final class Clocks {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Clocks() {}

    static String utc(Instant when) {
        return UTC.format(when);
    }

    static String day(Instant when) {
        return DAY.format(when);
    }
}
