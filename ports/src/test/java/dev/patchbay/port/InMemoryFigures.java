package dev.patchbay.port;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.operator.Figures;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryFigures implements Figures {

    private static final int MOST = 500;

    private final InMemoryState state;

    InMemoryFigures(InMemoryState state) {
        this.state = state;
    }

    @Override
    public long due(ProviderId platform, Instant now) {
        return state.act(() -> state.connections.values().stream()
                .filter(row -> row.connection().platform().equals(platform))
                .filter(row -> row.isDue(now))
                .count());
    }

    @Override
    public long consentsEnding(Instant from, Instant until) {
        return state.act(() -> state.connections.values().stream()
                .map(Shelved::connection)
                .filter(InMemoryFigures::stands)
                .flatMap(connection -> connection.clocks().reauthorizeBy().stream())
                .filter(end -> !end.isBefore(from) && end.isBefore(until))
                .count());
    }

    private static boolean stands(Connection connection) {
        return switch (connection.standing()) {
            case Standing.Active _, Standing.Waiting _, Standing.Restored _ -> true;
            case Standing.NeedsReconnect _, Standing.Quarantined _ -> false;
        };
    }

    @Override
    public long quarantined() {
        return state.act(() -> aside().count());
    }

    @Override
    public List<Aside> quarantined(int limit) {
        requireSome(limit);
        return state.act(() -> aside().sorted(Comparator.comparing(Aside::since)
                        .thenComparing(one -> one.connection().toString())
                        .reversed())
                .limit(limit)
                .toList());
    }

    private Stream<Aside> aside() {
        return state.connections.values().stream()
                .map(Shelved::connection)
                .flatMap(connection -> switch (connection.standing()) {
                    case Standing.Quarantined(var cause, var since) ->
                        Stream.of(new Aside(connection.id(), connection.platform(), cause, since));
                    case Standing.Active _, Standing.Waiting _, Standing.Restored _, Standing.NeedsReconnect _ ->
                        Stream.empty();
                });
    }

    @Override
    public List<Troubled> troubledApps(int limit) {
        requireSome(limit);
        return state.act(() -> state.conditions.entrySet().stream()
                .map(entry -> new Troubled(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Troubled one) -> since(one.condition()))
                        .reversed())
                .limit(limit)
                .toList());
    }

    private static Instant since(AppCondition condition) {
        return switch (condition) {
            case AppCondition.Blocked blocked -> blocked.since();
            case AppCondition.CoolingDown pause -> pause.since();
            case AppCondition.Doubted doubt -> doubt.since();
            case AppCondition.Fine _ -> throw new IllegalStateException("what is fine is not noted");
        };
    }

    @Override
    public Optional<Instant> allowanceWholeAt(ClientAppId app) {
        return state.act(() -> Optional.ofNullable(state.nextFree.get(app)));
    }

    @Override
    public long ownersWithKeysFrom(Instant before) {
        return state.act(() -> state.dataKeys.values().stream()
                .filter(keys -> !keys.isEmpty())
                .filter(keys -> keys.lastEntry().getValue().createdAt().isBefore(before))
                .count());
    }

    private static void requireSome(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit is 1 to " + MOST);
        }
    }
}
