package dev.patchbay.port;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.Standing.NeedsReconnect;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Upkeep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

final class InMemoryUpkeep implements Upkeep {

    private static final int BATCH = 500;
    private static final Set<Cause> DEATHS = Set.of(Cause.GRANT_DEAD, Cause.ROTATION_OUTCOME_UNKNOWN);

    private final InMemoryState state;

    InMemoryUpkeep(InMemoryState state) {
        this.state = state;
    }

    @Override
    public List<Summary> summaries(Instant now) {
        return state.act(() ->
                state.connections.values().stream()
                        .collect(groupingBy(row -> row.connection().app()))
                        .entrySet()
                        .stream()
                        .map(app -> summary(app.getKey(), app.getValue(), now))
                        .sorted(comparing((Summary one) -> one.app().provider())
                                .thenComparing(one -> one.app().clientId()))
                        .toList());
    }

    private static Summary summary(ClientAppId app, List<Shelved> rows, Instant now) {
        Predicate<Connection> active = one -> one.standing() instanceof Standing.Active;
        Predicate<Connection> waiting =
                one -> one.standing() instanceof Standing.Waiting || one.standing() instanceof Standing.Restored;
        Predicate<Connection> ended = one -> one.standing() instanceof NeedsReconnect;
        Predicate<Connection> quarantined = one -> one.standing() instanceof Standing.Quarantined;
        return new Summary(
                app,
                those(rows, active).count(),
                those(rows, waiting).count(),
                those(rows, ended).count(),
                those(rows, quarantined).count(),
                those(rows, active)
                        .flatMap(one -> one.clocks().accessEnds().stream())
                        .min(naturalOrder()),
                those(rows, active.or(waiting))
                        .flatMap(one -> one.clocks().reauthorizeBy().stream())
                        .min(naturalOrder()),
                those(rows, any -> true)
                        .flatMap(one -> one.lastRefreshedAt().stream())
                        .max(naturalOrder()),
                rows.stream()
                        .filter(row -> row.isDue(now))
                        .flatMap(row -> row.dueAt().stream())
                        .min(naturalOrder()));
    }

    private static Stream<Connection> those(List<Shelved> rows, Predicate<Connection> which) {
        return rows.stream().map(Shelved::connection).filter(which);
    }

    @Override
    public boolean quarantine(ConnectionId id, long version, Cause cause, Instant now) {
        return 0
                < change(
                        1,
                        row -> row.connection().id().equals(id)
                                && row.connection().version() == version,
                        row -> row.standing(new Standing.Quarantined(cause, now), true));
    }

    @Override
    public int revive(ProviderId platform, Instant diedSince, Instant now) {
        return change(
                Integer.MAX_VALUE,
                row -> row.connection().platform().equals(platform)
                        && row.connection().tokens().refreshToken().isPresent()
                        && row.connection().standing() instanceof NeedsReconnect(Cause cause, Instant since)
                        && DEATHS.contains(cause)
                        && !since.isBefore(diedSince),
                row -> row.revived(now));
    }

    @Override
    public int forgetDead(Instant endedBefore) {
        return change(
                BATCH,
                row -> row.connection().tokens().refreshToken().isPresent()
                        && row.connection().standing() instanceof NeedsReconnect dead
                        && dead.since().isBefore(endedBefore),
                row -> row.holding(withoutRefreshToken(row.connection().tokens())));
    }

    private static SealedTokens withoutRefreshToken(SealedTokens tokens) {
        return new SealedTokens(tokens.tokenType(), tokens.accessToken(), Optional.empty());
    }

    private int change(int limit, Predicate<Shelved> which, UnaryOperator<Shelved> how) {
        return state.act(() -> {
            List<Shelved> found = state.connections.values().stream()
                    .filter(which)
                    .limit(limit)
                    .toList();
            found.stream()
                    .map(how)
                    .forEach(row -> state.connections.put(row.connection().id(), row));
            return found.size();
        });
    }
}
