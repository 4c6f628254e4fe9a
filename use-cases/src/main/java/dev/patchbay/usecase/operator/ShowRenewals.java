package dev.patchbay.usecase.operator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.RenewalCounts;
import dev.patchbay.port.connection.RenewalCounts.Hour;
import dev.patchbay.port.connection.RenewalCounts.OfPlatform;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Shows how renewals ended lately. */
public final class ShowRenewals {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int HOURS = 48;

    private final RenewalCounts counts;

    public ShowRenewals(RenewalCounts counts) {
        this.counts = counts;
    }

    Overview.Renewals renewals(Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        List<Hour> all = counts.since(today.minus(DAY.multipliedBy(RenewalCounts.KEPT_DAYS - 1)));
        return new Overview.Renewals(
                spans(all, now.truncatedTo(ChronoUnit.HOURS), HOUR, HOURS),
                spans(all, today, DAY, RenewalCounts.KEPT_DAYS));
    }

    /** The last hours of each platform, as many as a day has. */
    Map<ProviderId, Map<RenewalOutcome.Kind, Long>> lastDay(Instant now) {
        Instant from = now.truncatedTo(ChronoUnit.HOURS).minus(DAY).plus(HOUR);
        return counts.byPlatformSince(from).stream()
                .collect(groupingBy(
                        OfPlatform::platform,
                        groupingBy(
                                one -> one.outcome().kind(),
                                () -> new EnumMap<>(RenewalOutcome.Kind.class),
                                summingLong(OfPlatform::renewals))));
    }

    private static List<Overview.Span> spans(List<Hour> all, Instant last, Duration length, int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(i -> last.minus(length.multipliedBy(howMany - 1L - i)))
                .map(from -> span(all, from, from.plus(length)))
                .toList();
    }

    private static Overview.Span span(List<Hour> all, Instant from, Instant until) {
        return new Overview.Span(
                from,
                all.stream()
                        .filter(one -> !one.hour().isBefore(from) && one.hour().isBefore(until))
                        .collect(groupingBy(
                                one -> one.outcome().kind(),
                                () -> new EnumMap<>(RenewalOutcome.Kind.class),
                                summingLong(Hour::renewals))));
    }
}
