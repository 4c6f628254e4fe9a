package dev.patchbay.usecase.operator;

import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.connection.Upkeep.Summary;
import dev.patchbay.port.operator.Figures;
import dev.patchbay.port.vault.VaultReaders;
import dev.patchbay.usecase.operator.Overview.Week;
import dev.patchbay.usecase.provider.ListProviders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Shows operators how the whole service does. What it says is remembered for all of them, for ten seconds and longer where it takes long to
 * find out. Safe for many threads.
 */
public final class ShowOverview {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int WEEKS = 26;
    private static final int MOST_ASIDE = 100;
    private static final Duration SEEN_LATELY = Duration.ofMinutes(1);

    private final ListProviders listProviders;
    private final SumUpConnections sumUp;
    private final ShowApps showApps;
    private final ShowRenewals showRenewals;
    private final ShowKeys showKeys;
    private final Figures figures;
    private final VaultReaders processes;
    private final Presence presence;
    private final Optional<String> version;
    private final Clock clock;
    private final Remembered<Overview> overview;

    /** @param version of the program; empty when it does not know */
    public ShowOverview(
            ListProviders listProviders,
            SumUpConnections sumUp,
            ShowApps showApps,
            ShowRenewals showRenewals,
            ShowKeys showKeys,
            Figures figures,
            VaultReaders processes,
            Presence presence,
            Optional<String> version,
            Clock clock) {
        this.listProviders = listProviders;
        this.sumUp = sumUp;
        this.showApps = showApps;
        this.showRenewals = showRenewals;
        this.showKeys = showKeys;
        this.figures = figures;
        this.processes = processes;
        this.presence = presence;
        this.version = version;
        this.clock = clock;
        this.overview = new Remembered<>(this::ask, clock);
    }

    /** As it is, or was a short while ago. @throws dev.patchbay.port.StoreUnavailable when the store does not answer */
    public Overview show() {
        return overview.answer();
    }

    private Overview ask() {
        Instant now = clock.instant();
        SumUpConnections.Sums sums = sumUp.sums();
        List<Summary> summaries = sums.apps();
        return new Overview(
                now,
                version,
                processes(now),
                listProviders.forSignIn().stream()
                        .map(provider -> new Overview.SignIn(provider.id(), provider.name()))
                        .toList(),
                platforms(summaries, now),
                showApps.apps(summaries, now),
                consentEnds(now),
                showRenewals.renewals(now),
                sweep(sums, now),
                showKeys.keys(now),
                new Overview.Quarantine(figures.quarantined(), figures.quarantined(MOST_ASIDE)));
    }

    /** Those that hang are not counted, nor those that are known to have ended. */
    private int processes(Instant now) {
        return (int) processes.all().stream()
                .filter(process -> process.seenAt().isAfter(now.minus(SEEN_LATELY)))
                .filter(process -> !presence.isGone(process.process()))
                .count();
    }

    private List<Overview.Platform> platforms(List<Summary> summaries, Instant now) {
        Map<ProviderId, Map<RenewalOutcome.Kind, Long>> lastDay = showRenewals.lastDay(now);
        return listProviders.platforms().stream()
                .map(offer -> new Overview.Platform(
                        offer.descriptor().id(),
                        offer.descriptor().name(),
                        offer.sharedApp(),
                        summaries.stream()
                                .filter(one -> one.app()
                                        .provider()
                                        .equals(offer.descriptor().id()))
                                .mapToLong(one -> Overview.Counts.of(one).all())
                                .sum(),
                        lastDay.getOrDefault(offer.descriptor().id(), Map.of())))
                .toList();
    }

    private Overview.ConsentEnds consentEnds(Instant now) {
        return new Overview.ConsentEnds(
                figures.consentsEnding(now, now.plus(Duration.ofDays(1))),
                figures.consentsEnding(now, now.plus(WEEK)),
                figures.consentsEnding(now, now.plus(Duration.ofDays(30))),
                IntStream.range(0, WEEKS)
                        .mapToObj(i -> now.plus(WEEK.multipliedBy(i)))
                        .map(from -> new Week(from, figures.consentsEnding(from, from.plus(WEEK))))
                        .toList());
    }

    private Overview.Sweep sweep(SumUpConnections.Sums sums, Instant now) {
        Optional<Instant> oldest =
                sums.apps().stream().flatMap(one -> one.longestDue().stream()).min(Instant::compareTo);
        long due = listProviders.platforms().stream()
                .mapToLong(offer -> figures.due(offer.descriptor().id(), now))
                .sum();
        return new Overview.Sweep(
                due,
                oldest,
                oldest.map(since -> Duration.between(since, sums.asOf())).orElse(Duration.ZERO));
    }
}
