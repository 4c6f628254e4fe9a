package dev.patchbay.usecase.sim;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.WrappedConnections;
import java.util.Optional;

/** Writes a renewed grant over whatever is there. */
final class MutantConnections extends WrappedConnections {
    private final TokenVault vault;

    MutantConnections(Connections inner, TokenVault vault) {
        super(inner);
        this.vault = vault;
    }

    @Override
    public boolean advance(Connection next) {
        for (; ; ) {
            if (super.advance(next)) {
                return true;
            }
            Optional<Connection> row = find(next.id());
            if (row.isEmpty()) {
                return false;
            }
            next = written(next, row.get().version() + 1);
        }
    }

    private Connection written(Connection next, long version) {
        Place access = Connection.accessTokenPlace(next.id(), next.platform(), version);
        Place refresh = Connection.refreshTokenPlace(next.id(), next.platform(), version);
        SealedTokens tokens = new SealedTokens(
                next.tokens().tokenType(),
                resealed(next, next.tokens().accessToken(), next.accessTokenPlace(), access),
                next.tokens().refreshToken().map(token -> resealed(next, token, next.refreshTokenPlace(), refresh)));
        return new Connection(
                next.id(),
                next.account(),
                next.platform(),
                next.app(),
                next.who(),
                next.scopes(),
                next.clocks(),
                next.standing(),
                tokens,
                version,
                next.connectedAt(),
                next.lastRefreshedAt());
    }

    private SealedSecret resealed(Connection row, SealedSecret token, Place from, Place to) {
        Secret secret = ((Opening.Opened) vault.open(row.keyOwner(), from, token)).secret();
        return vault.seal(row.keyOwner(), to, secret);
    }
}
