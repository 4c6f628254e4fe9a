package dev.patchbay.port;

import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.RestoredGrants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

final class InMemoryRestoredGrants implements RestoredGrants {

    private final InMemoryState state;

    InMemoryRestoredGrants(InMemoryState state) {
        this.state = state;
    }

    @Override
    public int hold(Set<ProviderId> harmless, Instant now) {
        return change(
                row -> isOpen(row.connection().standing())
                        && row.connection().tokens().refreshToken().isPresent()
                        && !harmless.contains(row.connection().platform()),
                row -> row.standing(new Standing.Restored(now), false));
    }

    private static boolean isOpen(Standing standing) {
        return switch (standing) {
            case Standing.Active _, Standing.Waiting _ -> true;
            case Standing.NeedsReconnect _, Standing.Quarantined _, Standing.Restored _ -> false;
        };
    }

    @Override
    public int trust(Optional<ProviderId> platform, Instant now) {
        return change(
                row -> row.connection().standing() instanceof Standing.Restored
                        && platform.map(row.connection().platform()::equals).orElse(true),
                row -> row.revived(now));
    }

    private int change(Predicate<Shelved> which, UnaryOperator<Shelved> how) {
        return state.act(() -> {
            List<Shelved> found =
                    state.connections.values().stream().filter(which).toList();
            found.stream()
                    .map(how)
                    .forEach(row -> state.connections.put(row.connection().id(), row));
            return found.size();
        });
    }
}
