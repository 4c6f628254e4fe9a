package dev.patchbay.port;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.OwnApp.Previous;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.InMemoryState.Parking;
import dev.patchbay.port.clientapp.OwnApps;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

final class InMemoryOwnApps implements OwnApps {

    private static final int BATCH = 500;

    private final InMemoryState state;

    InMemoryOwnApps(InMemoryState state) {
        this.state = state;
    }

    @Override
    public Optional<OwnApp> of(AccountId owner, ProviderId platform) {
        return state.act(() -> Optional.ofNullable(state.ownApps.get(new Parking(owner, platform))));
    }

    @Override
    public List<OwnApp> of(AccountId owner) {
        return state.act(() -> state.ownApps.values().stream()
                .filter(app -> app.owner().equals(owner))
                .sorted(Comparator.comparing(OwnApp::platform))
                .toList());
    }

    @Override
    public boolean put(OwnApp next) {
        return state.act(() -> {
            OwnApp there = state.ownApps.get(new Parking(next.owner(), next.platform()));
            boolean fits = there == null ? next.version() == 1 : there.version() == next.version() - 1;
            if (fits) {
                state.requireAccount(next.owner());
                state.ownApps.put(new Parking(next.owner(), next.platform()), next);
                if (there != null && !there.since().equals(next.since())) {
                    removeSeats(next.owner(), next.platform());
                }
            }
            return fits;
        });
    }

    @Override
    public boolean remove(AccountId owner, ProviderId platform, long version) {
        return state.act(() -> {
            boolean there = state.ownApps
                    .values()
                    .removeIf(app ->
                            app.owner().equals(owner) && app.platform().equals(platform) && app.version() == version);
            if (there) {
                removeSeats(owner, platform);
            }
            return there;
        });
    }

    private void removeSeats(AccountId owner, ProviderId platform) {
        state.seats.removeIf(kept -> kept.seat().owner().equals(owner)
                && kept.seat().app().provider().equals(platform));
    }

    @Override
    public boolean preferPrevious(AccountId owner, ProviderId platform, long version) {
        return changePrevious(
                owner,
                platform,
                version,
                previous -> previous.map(one -> new Previous(one.secret(), one.until(), true)));
    }

    @Override
    public boolean forgetPrevious(AccountId owner, ProviderId platform, long version) {
        return changePrevious(owner, platform, version, previous -> Optional.empty());
    }

    @Override
    public int forgetPreviousSecrets(Instant now) {
        return state.act(() -> {
            List<OwnApp> over = state.ownApps.values().stream()
                    .filter(app -> app.previous().stream().anyMatch(one -> !now.isBefore(one.until())))
                    .limit(BATCH)
                    .toList();
            over.forEach(app -> write(app, Optional.empty()));
            return over.size();
        });
    }

    private boolean changePrevious(
            AccountId owner, ProviderId platform, long version, UnaryOperator<Optional<Previous>> how) {
        return state.act(() -> {
            Optional<OwnApp> app = Optional.ofNullable(state.ownApps.get(new Parking(owner, platform)))
                    .filter(one -> one.version() == version && one.previous().isPresent());
            app.ifPresent(one -> write(one, how.apply(one.previous())));
            return app.isPresent();
        });
    }

    private void write(OwnApp app, Optional<Previous> previous) {
        state.ownApps.put(
                new Parking(app.owner(), app.platform()),
                new OwnApp(
                        app.owner(),
                        app.platform(),
                        app.clientId(),
                        app.secret(),
                        app.secretSince(),
                        previous,
                        app.version(),
                        app.since()));
    }
}
