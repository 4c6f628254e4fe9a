package dev.patchbay.adapter.web.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of day, for pages without scripts; scripts show them in the zone of whoever reads. */
final class Clocks {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Clocks() {}

    static String utc(Instant when) {
        return UTC.format(when);
    }
}
