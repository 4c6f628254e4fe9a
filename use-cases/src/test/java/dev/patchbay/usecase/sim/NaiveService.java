package dev.patchbay.usecase.sim;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.LendingView;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.refresh.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What many write at first: whoever finds the token expired renews it and stores what came back. It is here so that the
 * oracle has something to find.
 */
final class NaiveService implements Service {
    private final Surroundings ports;

    NaiveService(Surroundings ports) {
        this.ports = ports;
    }

    @Override
    public Lending lend(Slot who, Optional<Duration> minTtl) {
        return lend(who, false);
    }

    @Override
    public Lending lendRefreshed(Slot who) {
        return lend(who, true);
    }

    private Lending lend(Slot who, boolean forced) {
        Instant now = ports.clock.instant();
        var view = ports.connections.lookUp(who.claim(), ports.platform.id(), now);
        if (!(view instanceof LendingView.Found(var row))) {
            return new Lending.NoSession();
        }
        if (row.standing() instanceof Standing.NeedsReconnect) {
            return withheld(row, Verdict.State.NEEDS_RECONNECT);
        }
        return !forced && row.clocks().isFreshFor(Duration.ofSeconds(60), now) ? lent(row) : renewed(row, now);
    }

    private Lending renewed(Connection row, Instant now) {
        Secret old = opened(row, row.tokens().refreshToken().orElseThrow());
        var answer = ports.platform.refresh(ports.apps.of(row.platform()).orElseThrow(), old);
        if (answer instanceof TokenAnswer.Granted granted) {
            Connection next = row.refreshed(
                    sealed(row, granted, granted.refreshToken().orElse(old)),
                    row.scopes(),
                    row.clocks().refreshed(now, granted.expiresIn().orElseThrow()));
            boolean _ = ports.connections.advance(next);
            return lent(next);
        }
        if (answer instanceof TokenAnswer.GrantDead) {
            died(row, now);
            return withheld(row, Verdict.State.NEEDS_RECONNECT);
        }
        return withheld(row, Verdict.State.WAITING);
    }

    private static Lending withheld(Connection row, Verdict.State state) {
        var verdict = new Verdict(state, Optional.empty(), Optional.empty(), Optional.empty());
        return new Lending.Withheld(row.platform(), verdict);
    }

    private void died(Connection row, Instant now) {
        var claimant = new Claims.Claimant(ports.presence.me(), Duration.ofSeconds(5));
        ports.claims.claim(row.id(), row.version(), claimant, held -> true, now).ifPresent(lease -> {
            boolean _ = ports.claims.stand(lease, new Standing.NeedsReconnect(Cause.GRANT_DEAD, now), true);
        });
    }

    private SealedTokens sealed(Connection row, TokenAnswer.Granted granted, Secret refreshToken) {
        KeyOwner owner = row.keyOwner();
        long next = row.version() + 1;
        return new SealedTokens(
                "Bearer",
                ports.vault.seal(
                        owner, Connection.accessTokenPlace(row.id(), row.platform(), next), granted.accessToken()),
                Optional.of(ports.vault.seal(
                        owner, Connection.refreshTokenPlace(row.id(), row.platform(), next), refreshToken)));
    }

    private Secret opened(Connection row, SealedSecret sealed) {
        return ports.vault.open(row.keyOwner(), row.refreshTokenPlace(), sealed) instanceof Opening.Opened(var secret)
                ? secret
                : Secret.of("unreadable");
    }

    private Lending lent(Connection row) {
        return ports.vault.open(
                                row.keyOwner(),
                                row.accessTokenPlace(),
                                row.tokens().accessToken())
                        instanceof Opening.Opened(var token)
                ? new Lending.Lent(
                        token,
                        "Bearer",
                        row.clocks().accessEnds(),
                        row.scopes(),
                        row.app().clientId())
                : new Lending.UnknownPlatform();
    }

    @Override
    public boolean disconnect(Slot who) {
        return false;
    }

    @Override
    public Optional<Connection> connect(Slot who, String code) {
        return Optional.empty();
    }

    @Override
    public void start() {}

    @Override
    public void recover() {}

    @Override
    public void sweep() {}
}
