package dev.patchbay.port;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.TokenVault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A connection in the making. Unless said otherwise: at Spotify, active, version 1, consented now for 180 days, with an
 * hour of access left of an hour, a refresh token, and envelopes that no vault opens.
 */
public final class ConnectionFixture {

    private final ConnectionId id = new ConnectionId(UUID.randomUUID());
    private AccountId account = AccountId.of(UUID.randomUUID());
    private ProviderId platform = Fixtures.SPOTIFY;
    private Optional<ClientAppId> app = Optional.empty();
    private ExternalAccount who = Fixtures.anOutsideAccount();
    private Scopes scopes = Scopes.of("playlist-read-private", "user-read-email");
    private Instant now = Fixtures.NOW;
    private Duration accessLife = Duration.ofHours(1);
    private Duration accessLeft = Duration.ofHours(1);
    private Optional<Duration> consentLeft = Optional.of(Duration.ofDays(180));
    private Standing standing = new Standing.Active();
    private long version = 1;
    private boolean endless;
    private boolean renewable = true;
    private Function<Connection, SealedTokens> sealing = ConnectionFixture::unreadable;

    ConnectionFixture() {}

    public ConnectionFixture ownedBy(Account owner) {
        return ownedBy(owner.id());
    }

    public ConnectionFixture ownedBy(AccountId owner) {
        account = owner;
        return this;
    }

    public ConnectionFixture at(ProviderId where) {
        platform = where;
        return this;
    }

    public ConnectionFixture madeWith(ClientAppId with) {
        app = Optional.of(with);
        return this;
    }

    public ConnectionFixture belongingTo(ExternalAccount outside) {
        who = outside;
        return this;
    }

    public ConnectionFixture granted(String... names) {
        scopes = Scopes.of(names);
        return this;
    }

    /** When "now" is for this connection. */
    public ConnectionFixture seenAt(Instant time) {
        now = time;
        return this;
    }

    /** How long the access token lives in all. */
    public ConnectionFixture livingFor(Duration life) {
        accessLife = life;
        return this;
    }

    /** How much of it is left; negative when it has expired. */
    public ConnectionFixture expiringIn(Duration left) {
        accessLeft = left;
        return this;
    }

    /** How much of the consent is left; negative when it has ended. */
    public ConnectionFixture withConsentEndingIn(Duration left) {
        consentLeft = Optional.of(left);
        return this;
    }

    public ConnectionFixture withEndlessConsent() {
        consentLeft = Optional.empty();
        return this;
    }

    /** With an access token that does not end, and nothing to renew it with. */
    public ConnectionFixture withoutAnyEnd() {
        endless = true;
        return withoutRefreshToken().withEndlessConsent();
    }

    public ConnectionFixture standing(Standing how) {
        standing = how;
        return this;
    }

    public ConnectionFixture version(long number) {
        version = number;
        return this;
    }

    public ConnectionFixture withoutRefreshToken() {
        renewable = false;
        return this;
    }

    /** Tokens that the vault opens in their places. */
    public ConnectionFixture sealedBy(TokenVault vault, String accessToken, String refreshToken) {
        sealing = draft -> {
            KeyOwner owner = draft.keyOwner();
            SealedSecret access = vault.seal(owner, draft.accessTokenPlace(), Secret.of(accessToken));
            return new SealedTokens(
                    "Bearer",
                    access,
                    renewable
                            ? Optional.of(vault.seal(owner, draft.refreshTokenPlace(), Secret.of(refreshToken)))
                            : Optional.empty());
        };
        return this;
    }

    public ConnectionFixture holding(SealedTokens tokens) {
        sealing = draft -> tokens;
        return this;
    }

    public Connection build() {
        Instant expires = now.plus(accessLeft);
        Instant issued = expires.minus(accessLife);
        Clocks clocks = endless
                ? Clocks.consented(now, Clocks.ENDLESS, Optional.empty())
                : new Clocks(issued, expires, issued, consentLeft.map(now::plus));
        SealedTokens none = new SealedTokens("Bearer", envelope("none"), Optional.empty());
        Connection draft = make(clocks, none);
        SealedTokens tokens = sealing.apply(draft);
        return make(
                clocks,
                renewable ? tokens : new SealedTokens(tokens.tokenType(), tokens.accessToken(), Optional.empty()));
    }

    private Connection make(Clocks clocks, SealedTokens tokens) {
        return new Connection(
                id,
                account,
                platform,
                app.orElseGet(() -> Fixtures.theAppOf(platform)),
                who,
                scopes,
                clocks,
                standing,
                tokens,
                version,
                clocks.consentedAt(),
                Optional.empty());
    }

    private static SealedTokens unreadable(Connection draft) {
        return new SealedTokens(
                "Bearer", envelope("access " + draft.id()), Optional.of(envelope("refresh " + draft.id())));
    }

    private static SealedSecret envelope(String text) {
        return new SealedSecret(text.getBytes(StandardCharsets.UTF_8));
    }
}
