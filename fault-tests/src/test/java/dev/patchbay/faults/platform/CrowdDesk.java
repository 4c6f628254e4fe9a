package dev.patchbay.faults.platform;

import dev.patchbay.adapter.vault.DataKeyRenewal;
import dev.patchbay.adapter.vault.Rewrapping;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.session.SessionTokens;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings thousands of people about in a process of the service, as if they had signed in and connected, says what is stored of them, and has keys turn
 * now rather than when their time has come. A line for each in and out, its words apart by blanks.
 */
@Controller("/faults")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.TEXT_PLAIN)
@Produces(MediaType.TEXT_PLAIN)
final class CrowdDesk {
    private static final ProviderId PLATFORM = new ProviderId("overlapping");
    private static final ProviderId GOOGLE = new ProviderId("google");
    private static final Duration LIFE = Duration.ofHours(1);

    private final Accounts accounts;
    private final Connections connections;
    private final Sessions sessions;
    private final SessionTokens tokens;
    private final TokenVault vault;
    private final SharedApps apps;
    private final Rewrapping rewrapping;
    private final DataKeyRenewal renewal;
    private final Clock clock;

    CrowdDesk(
            Accounts accounts,
            Connections connections,
            Sessions sessions,
            SessionTokens tokens,
            TokenVault vault,
            SharedApps apps,
            Rewrapping rewrapping,
            DataKeyRenewal renewal,
            Clock clock) {
        this.accounts = accounts;
        this.connections = connections;
        this.sessions = sessions;
        this.tokens = tokens;
        this.vault = vault;
        this.apps = apps;
        this.rewrapping = rewrapping;
        this.renewal = renewal;
        this.clock = clock;
    }

    /** In: person, access token, refresh token. Out: account, session. */
    @Post("/people")
    String people(@Body String lines) {
        return each(lines, words -> person(words[0], Secret.of(words[1]), Secret.of(words[2])));
    }

    /** In: account. Out: access token, refresh token; or {@code unreadable}. */
    @Post("/stored")
    String stored(@Body String lines) {
        return each(lines, words -> connections
                .of(new AccountId(words[0]), PLATFORM)
                .map(there ->
                        opened(there, there.accessTokenPlace(), there.tokens().accessToken()) + " "
                                + opened(
                                        there,
                                        there.refreshTokenPlace(),
                                        there.tokens().refreshToken().orElseThrow()))
                .orElse("nothing"));
    }

    /** Everything there is to do about vault keys. @return how many data keys are left */
    @Post("/rewrap")
    long rewrap() {
        rewrapping.run();
        return rewrapping.left();
    }

    /** Once around all owners of data keys. */
    @Post("/renew")
    void renew() {
        while (!renewal.run()) {
            Thread.onSpinWait();
        }
    }

    private static String each(String lines, Function<String[], String> answer) {
        return lines.lines().map(line -> answer.apply(line.split(" "))).collect(Collectors.joining("\n"));
    }

    private String opened(Connection there, Place place, SealedSecret token) {
        return switch (vault.open(there.keyOwner(), place, token)) {
            case Opening.Opened(var secret) -> secret.reveal();
            case Opening.Unreadable() -> "unreadable";
        };
    }

    private String person(String name, Secret access, Secret refresh) {
        Instant now = clock.instant();
        Account account = new Account(AccountId.of(UUID.randomUUID()), new DisplayName("Somebody"), now);
        ExternalIdentity identity = new ExternalIdentity(
                GOOGLE, "https://crowd.example", name, Optional.empty(), Optional.empty(), Optional.empty());
        if (!accounts.open(account, new SignInMethod(account.id(), identity, now, now))) {
            throw new IllegalStateException("somebody is here already");
        }
        ConnectionId id = new ConnectionId(UUID.randomUUID());
        Connection connection = new Connection(
                id,
                account.id(),
                PLATFORM,
                apps.of(PLATFORM).orElseThrow().id(),
                new ExternalAccount(name, Optional.empty(), Optional.empty()),
                Scopes.parse("playlist-read-private"),
                new Clocks(now, now.plus(LIFE), now, Optional.empty()),
                new Standing.Active(),
                new SealedTokens(
                        "Bearer",
                        vault.seal(KeyOwner.of(account.id()), Connection.accessTokenPlace(id, PLATFORM, 1), access),
                        Optional.of(vault.seal(
                                KeyOwner.of(account.id()), Connection.refreshTokenPlace(id, PLATFORM, 1), refresh))),
                1,
                now,
                Optional.empty());
        connections.add(connection);
        Session session = new Session(
                new SessionId(UUID.randomUUID()),
                account.id(),
                GOOGLE,
                "a crowd",
                now,
                now.plus(Duration.ofDays(1)),
                Optional.empty());
        sessions.start(session);
        return account.id().value() + " " + tokens.issue(session).reveal();
    }
}
