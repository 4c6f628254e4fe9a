package dev.patchbay.port;

import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.SealedRow;
import dev.patchbay.port.vault.SealedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

final class InMemorySealedRows implements SealedRows {

    private static final TreeMap<Integer, DataKey> NONE = new TreeMap<>();

    private final InMemoryState state;

    InMemorySealedRows(InMemoryState state) {
        this.state = state;
    }

    @Override
    public List<DataKey> keysAfter(Optional<KeyOwner> after, int limit) {
        return state.act(() -> {
            NavigableMap<String, TreeMap<Integer, DataKey>> owners = new TreeMap<>(state.dataKeys);
            List<DataKey> keys = new ArrayList<>();
            for (TreeMap<Integer, DataKey> one : after.map(owner -> owners.tailMap(owner.name(), false))
                    .orElse(owners)
                    .values()) {
                if (keys.size() >= limit) {
                    break;
                }
                keys.addAll(one.values());
            }
            return keys;
        });
    }

    @Override
    public List<SealedRow> of(KeyOwner owner) {
        return state.act(() -> all(owner).stream().map(Cell::row).toList());
    }

    @Override
    public boolean reseal(SealedRow read, SealedSecret fresh) {
        return state.act(() -> {
            Optional<Cell> there = all(read.owner()).stream()
                    .filter(cell -> cell.row().equals(read))
                    .findFirst();
            there.ifPresent(cell -> cell.put().accept(fresh));
            return there.isPresent();
        });
    }

    @Override
    public boolean renew(DataKey next) {
        return state.act(() -> {
            TreeMap<Integer, DataKey> keys =
                    state.dataKeys.getOrDefault(next.owner().name(), NONE);
            return state.mayWrap(next.vaultKey())
                    && keys.containsKey(next.number() - 1)
                    && keys.putIfAbsent(next.number(), next) == null;
        });
    }

    @Override
    public boolean remove(KeyOwner owner, int number) {
        return state.act(() -> {
            TreeMap<Integer, DataKey> keys = state.dataKeys.getOrDefault(owner.name(), NONE);
            return keys.higherKey(number) != null && keys.remove(number) != null;
        });
    }

    /** A sealed value, and how another is put in its place. */
    private record Cell(SealedRow row, Consumer<SealedSecret> put) {}

    private List<Cell> all(KeyOwner owner) {
        List<Cell> cells = new ArrayList<>();
        switch (owner) {
            case KeyOwner.OfAccount(var account) -> {
                for (Shelved shelved : List.copyOf(state.connections.values())) {
                    if (shelved.connection().account().equals(account)) {
                        addConnection(owner, shelved, cells);
                    }
                }
                for (ParkedGrant grant : List.copyOf(state.parked.values())) {
                    if (grant.account().equals(account)) {
                        addParked(owner, grant, cells);
                    }
                }
            }
            case KeyOwner.OfService() -> {
                for (Map.Entry<String, SealedSecret> kept : List.copyOf(state.sealed.entrySet())) {
                    Place place = new Place("sealed_secret.value", kept.getKey(), "", 0);
                    cells.add(new Cell(
                            new SealedRow(owner, place, kept.getValue()),
                            fresh -> state.sealed.put(kept.getKey(), fresh)));
                }
                InMemoryCertificates certificates = new InMemoryCertificates(state);
                for (KeptCertificate one : List.copyOf(state.certificate.certificates.values())) {
                    cells.add(new Cell(
                            new SealedRow(owner, one.keyPlace(), one.key()), fresh -> certificates.reseal(one, fresh)));
                }
            }
        }
        state.ownApps.values().stream()
                .filter(app -> app.keyOwner().equals(owner))
                .forEach(app -> addApp(owner, app, cells));
        return cells;
    }

    private void addConnection(KeyOwner owner, Shelved shelved, List<Cell> cells) {
        Connection connection = shelved.connection();
        addTokens(
                owner,
                connection.accessTokenPlace(),
                connection.refreshTokenPlace(),
                connection.tokens(),
                change -> state.connections.computeIfPresent(
                        connection.id(),
                        (id, row) -> row.holding(change.apply(row.connection().tokens()))),
                cells);
    }

    private void addApp(KeyOwner owner, OwnApp app, List<Cell> cells) {
        app.secret()
                .ifPresent(secret -> cells.add(new Cell(
                        new SealedRow(owner, app.secretPlace(), secret),
                        fresh -> change(app, now -> holding(now, Optional.of(fresh), now.previous())))));
        app.previous()
                .ifPresent(previous -> cells.add(new Cell(
                        new SealedRow(owner, app.previousSecretPlace(), previous.secret()),
                        fresh -> change(
                                app,
                                now -> holding(
                                        now,
                                        now.secret(),
                                        Optional.of(new OwnApp.Previous(
                                                fresh, previous.until(), previous.preferred())))))));
    }

    private void change(OwnApp app, UnaryOperator<OwnApp> change) {
        state.ownApps.computeIfPresent(
                new InMemoryState.Parking(app.owner(), app.platform()), (parking, there) -> change.apply(there));
    }

    private static OwnApp holding(OwnApp app, Optional<SealedSecret> secret, Optional<OwnApp.Previous> previous) {
        return new OwnApp(
                app.owner(),
                app.platform(),
                app.clientId(),
                secret,
                app.secretSince(),
                previous,
                app.version(),
                app.since());
    }

    private void addParked(KeyOwner owner, ParkedGrant grant, List<Cell> cells) {
        addTokens(
                owner,
                ParkedGrant.accessTokenPlace(grant.id(), grant.platform()),
                ParkedGrant.refreshTokenPlace(grant.id(), grant.platform()),
                grant.tokens(),
                change -> state.parked.computeIfPresent(
                        new InMemoryState.Parking(grant.account(), grant.platform()),
                        (parking, there) -> holding(there, change.apply(there.tokens()))),
                cells);
    }

    private static void addTokens(
            KeyOwner owner,
            Place access,
            Place refresh,
            SealedTokens tokens,
            Consumer<UnaryOperator<SealedTokens>> changing,
            List<Cell> cells) {
        cells.add(new Cell(
                new SealedRow(owner, access, tokens.accessToken()),
                fresh -> changing.accept(now -> new SealedTokens(now.tokenType(), fresh, now.refreshToken()))));
        tokens.refreshToken()
                .ifPresent(token -> cells.add(new Cell(
                        new SealedRow(owner, refresh, token),
                        fresh -> changing.accept(
                                now -> new SealedTokens(now.tokenType(), now.accessToken(), Optional.of(fresh))))));
    }

    private static ParkedGrant holding(ParkedGrant grant, SealedTokens tokens) {
        return new ParkedGrant(
                grant.id(),
                grant.account(),
                grant.platform(),
                grant.app(),
                grant.who(),
                grant.scopes(),
                grant.clocks(),
                tokens,
                grant.expiresAt());
    }
}
