package dev.patchbay.usecase.operator;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Upkeep;
import dev.patchbay.port.operator.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the whole service does: counts and conditions, nobody's name, address, account or token.
 *
 * @param asOf when that was so; connections may have been summed up some seconds earlier, or minutes where there are very many
 * @param version of the program; empty when it does not know
 * @param processes how many were heard of within the last minute and are not known to have ended
 * @param signIn the identity providers that are configured, by id
 * @param platforms all that are here, by id
 */
public record Overview(
        Instant asOf,
        Optional<String> version,
        int processes,
        List<SignIn> signIn,
        List<Platform> platforms,
        Apps apps,
        ConsentEnds consentEnds,
        Renewals renewals,
        Sweep sweep,
        Keys keys,
        Quarantine quarantine) {

    /** Where people sign in. */
    public record SignIn(ProviderId id, String name) {}

    /**
     * A platform.
     *
     * @param sharedApp whether the operator's app is configured
     * @param lastDay how renewals ended within the last 24 hours; kinds that there were none of are left out
     */
    public record Platform(
            ProviderId id, String name, boolean sharedApp, long connections, Map<RenewalOutcome.Kind, Long> lastDay) {}

    /** Those with something against them first, then the operator's, then by how many use them. @param leftOut how many are not shown */
    public record Apps(List<App> shown, int leftOut) {}

    /**
     * An app: the operator's, or somebody's own, without whose.
     *
     * @param configured false for an app of the operator's that has connections and is not in the settings any more
     * @param condition what is over is fine
     * @param connections how they stand, its own condition apart
     * @param seatsUsed how many people use it
     * @param seatLimit how many the platform lets it serve; empty when that is not limited
     * @param notListed how many people the platform refused because they are not on its list
     */
    public record App(
            ProviderId platform,
            String platformName,
            ClientApp.Kind kind,
            boolean configured,
            AppCondition condition,
            Counts connections,
            long seatsUsed,
            OptionalInt seatLimit,
            int notListed,
            Calls calls) {
        /** Whether somebody should look at it. */
        public boolean isTroubled() {
            return !configured || !(condition instanceof AppCondition.Fine);
        }
    }

    /** How many connections stand how. */
    public record Counts(long active, long waiting, long ended, long quarantined) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        static Counts of(Upkeep.Summary summary) {
            return new Counts(summary.active(), summary.waiting(), summary.ended(), summary.quarantined());
        }

        public long all() {
            return active + waiting + ended + quarantined;
        }
    }

    /**
     * What the service lets itself ask with an app.
     *
     * @param left how many calls it may make at once now
     * @param wholeAt when all of them may be made again; empty when they may
     */
    public record Calls(int left, int atOnce, double perSecond, Optional<Instant> wholeAt) {}

    /**
     * When consents end, of connections that have not ended.
     *
     * @param weeks the next 26, the first of them from now on
     */
    public record ConsentEnds(long withinDay, long withinWeek, long withinMonth, List<Week> weeks) {}

    /** Seven days. */
    public record Week(Instant from, long consents) {}

    /**
     * How renewals ended, each list in order, without gaps, and up to now.
     *
     * @param hours the last 48, of the clock
     * @param days the last 30, by UTC
     */
    public record Renewals(List<Span> hours, List<Span> days) {}

    /** An hour or a day. @param kinds those that there were none of are left out */
    public record Span(Instant from, Map<RenewalOutcome.Kind, Long> kinds) {
        public long all() {
            return kinds.values().stream().mapToLong(Long::longValue).sum();
        }

        public long of(RenewalOutcome.Kind kind) {
            return kinds.getOrDefault(kind, 0L);
        }
    }

    /**
     * What waits to be renewed.
     *
     * @param oldestDue since when the longest overdue renewal is due; empty when none is
     */
    public record Sweep(long due, Optional<Instant> oldestDue, Duration lag) {}

    /**
     * The keys.
     *
     * @param active the vault key that wraps; empty before the first start
     * @param pending whether a new one waits until every process has read it
     * @param dataKeys how many there are
     * @param rewrapped how many of them the active vault key wraps
     * @param toRenew how many people's data keys are due to be replaced
     */
    public record Keys(Optional<Active> active, boolean pending, long dataKeys, long rewrapped, long toRenew) {
        /** Whether data keys are being wrapped again, or are about to be. */
        public boolean isTurning() {
            return pending || rewrapped < dataKeys;
        }
    }

    /** @param turnsAt when the next one is due */
    public record Active(int number, Instant since, Instant turnsAt) {}

    /** What is kept out of the way. @param latest at most 100 of them */
    public record Quarantine(long connections, List<Figures.Aside> latest) {}
}
