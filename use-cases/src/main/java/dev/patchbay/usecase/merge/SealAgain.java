package dev.patchbay.usecase.merge;

import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.merge.Change;
import dev.patchbay.domain.merge.Merge;
import dev.patchbay.domain.merge.MergeDraft;
import dev.patchbay.domain.merge.MergeProof;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.clientapp.AppConnections;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Seals what moves for its new places: a secret opens for one account, row and version only. Connections of everybody that were made with an
 * app that moves are of the next version too, so that whoever read one of them before writes nothing.
 */
public final class SealAgain {
    private final AppConnections appConnections;
    private final TokenVault vault;

    public SealAgain(AppConnections appConnections, TokenVault vault) {
        this.appConnections = appConnections;
        this.vault = vault;
    }

    /** What came of it. */
    sealed interface Sealing {
        record Ready(Merge merge) implements Sealing {}

        record Unreadable(ProviderId platform) implements Sealing {}
    }

    Sealing seal(MergeProof proof, MergeDraft draft) {
        Stream<Connection> madeWithMoving = draft.appsMoved().stream()
                .flatMap(app -> appConnections.of(app.id()).stream())
                .filter(row -> draft.connectionsLost().stream()
                        .noneMatch(lost -> lost.id().equals(row.id())));
        List<Connection> concerned = Stream.concat(draft.connectionsMoved().stream(), madeWithMoving)
                .distinct()
                .toList();
        try {
            return new Sealing.Ready(new Merge(
                    proof,
                    draft,
                    concerned.stream().map(row -> moved(draft, row)).toList(),
                    draft.appsMoved().stream().map(app -> moved(draft, app)).toList()));
        } catch (CannotBeRead e) {
            return new Sealing.Unreadable(e.platform);
        }
    }

    private Change<Connection> moved(MergeDraft draft, Connection row) {
        boolean ofEnded = row.account().equals(draft.ended().account());
        var owner = ofEnded ? draft.kept().account() : row.account();
        SealedTokens tokens = row.tokens();
        long next = row.version() + 1;
        Move move = new Move(row.platform(), row.keyOwner(), KeyOwner.of(owner));
        SealedSecret access = again(
                move,
                row.accessTokenPlace(),
                Connection.accessTokenPlace(row.id(), row.platform(), next),
                tokens.accessToken());
        Optional<SealedSecret> refresh = tokens.refreshToken()
                .map(kept -> again(
                        move,
                        row.refreshTokenPlace(),
                        Connection.refreshTokenPlace(row.id(), row.platform(), next),
                        kept));
        return new Change<>(
                row, row.moved(owner, draft.after(row.app()), new SealedTokens(tokens.tokenType(), access, refresh)));
    }

    private Change<OwnApp> moved(MergeDraft draft, OwnApp app) {
        var owner = draft.kept().account();
        Move move = new Move(app.platform(), app.keyOwner(), KeyOwner.of(owner));
        Optional<SealedSecret> secret = app.secret()
                .map(kept ->
                        again(move, app.secretPlace(), OwnApp.secretPlace(owner, app.platform(), app.version()), kept));
        Optional<SealedSecret> previous = app.previous()
                .map(kept -> again(
                        move,
                        app.previousSecretPlace(),
                        OwnApp.previousSecretPlace(owner, app.platform(), app.version()),
                        kept.secret()));
        return new Change<>(app, app.moved(owner, secret, previous));
    }

    /** From whose keys to whose. */
    private record Move(ProviderId platform, KeyOwner from, KeyOwner to) {}

    private SealedSecret again(Move move, Place before, Place after, SealedSecret kept) {
        return switch (vault.open(move.from(), before, kept)) {
            case Opening.Opened(var secret) -> vault.seal(move.to(), after, secret);
            case Opening.Unreadable() -> throw new CannotBeRead(move.platform());
        };
    }

    /** Leaves the streams above; caught here. */
    private static final class CannotBeRead extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ProviderId platform;

        CannotBeRead(ProviderId platform) {
            super(null, null, false, false);
            this.platform = platform;
        }
    }
}
