package dev.patchbay.usecase.operator;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.RefreshFlights;
import dev.patchbay.usecase.refresh.Renewal;
import dev.patchbay.usecase.refresh.SealTokens;
import dev.patchbay.usecase.refresh.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes over a grant that another program got from a platform. It is kept first and renewed then, under the same protocol as every other, so
 * that a platform which replaces refresh tokens costs nobody theirs, however the import ends. Taking the same grant again changes nothing.
 */
public final class ImportGrant {
    /** Longer than any platform may take, so that the fate is known. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    /** Stands where no access token is yet; it has expired before anybody could ask for it. */
    private static final Secret NONE_YET = Secret.of("none yet");

    private final Providers providers;
    private final ClientApps apps;
    private final Accounts accounts;
    private final SignInMethods methods;
    private final Connections connections;
    private final RefreshFlights flights;
    private final TokenVault vault;
    private final SecretSource secrets;
    private final Clock clock;

    public ImportGrant(
            Providers providers,
            ClientApps apps,
            Accounts accounts,
            SignInMethods methods,
            Connections connections,
            RefreshFlights flights,
            TokenVault vault,
            SecretSource secrets,
            Clock clock) {
        this.providers = providers;
        this.apps = apps;
        this.accounts = accounts;
        this.methods = methods;
        this.connections = connections;
        this.flights = flights;
        this.vault = vault;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A grant to take over.
     *
     * @param account whose it is, when they are here
     * @param signIn how they will sign in, when they are not (yet)
     * @param clientId of the app that minted it; empty for the operator's
     * @param consentedAt when the person consented; the end of the consent is counted from it
     */
    public record Wanted(
            Optional<AccountId> account,
            Optional<ExternalIdentity> signIn,
            ProviderId platform,
            Optional<String> clientId,
            Secret refreshToken,
            Instant consentedAt) {}

    /** What became of it. */
    public sealed interface Fate {
        /** It works here. @param who empty when the platform did not say */
        record Taken(AccountId account, Optional<ExternalAccount> who) implements Fate {}

        /** Nothing speaks against it; nothing was done. */
        record Possible() implements Fate {}

        /** The account has a connection to that platform; it is left as it is. */
        record AlreadyThere(AccountId account) implements Fate {}

        /** It is kept, and tried again by the service. */
        record Waits(AccountId account, Cause cause) implements Fate {}

        /** Nothing of it is here. @param words why, in a sentence without secrets */
        record Refused(String words) implements Fate {}
    }

    /** Whose it is to be. */
    private record Owner(AccountId account, boolean isNew) {}

    /** @param dryRun to look only; the platform is not asked either */
    public Fate take(Wanted wanted, boolean dryRun) {
        Optional<MusicPlatform> platform = providers.platform(wanted.platform());
        if (platform.isEmpty() || !platform.get().descriptor().can(Capability.REFRESH)) {
            return new Fate.Refused("No platform of that name renews tokens here.");
        }
        Optional<String> late = whyTooLate(platform.get().descriptor(), wanted.consentedAt());
        if (late.isPresent()) {
            return new Fate.Refused(late.get());
        }
        Optional<AccountId> there = wanted.account()
                .flatMap(accounts::find)
                .map(Account::id)
                .or(() -> wanted.signIn().flatMap(methods::find).map(SignInMethod::account));
        if (there.isEmpty() && (wanted.account().isPresent() || wanted.signIn().isEmpty())) {
            return new Fate.Refused("There is no such account, and nothing that says how they will sign in.");
        }
        if (there.isPresent() && connections.of(there.get(), wanted.platform()).isPresent()) {
            return new Fate.AlreadyThere(there.get());
        }
        Optional<ClientApp> app = appOf(wanted, there);
        if (app.isEmpty()) {
            return new Fate.Refused("The app that minted it is not here, and no other can renew it.");
        }
        if (dryRun) {
            return new Fate.Possible();
        }
        return there.map(account -> new Owner(account, false))
                .or(() -> opened(wanted.signIn().orElseThrow()))
                .map(owner -> keep(wanted, owner, platform.get(), app.get()))
                .orElseGet(() -> new Fate.Refused("They signed in just now; take it again."));
    }

    private Optional<String> whyTooLate(ProviderDescriptor platform, Instant consentedAt) {
        Instant now = clock.instant();
        if (consentedAt.isAfter(now)) {
            return Optional.of("The consent lies in the future.");
        }
        return platform.consentEnds(consentedAt)
                .filter(end -> !now.isBefore(end))
                .map(end -> "The consent has ended at " + end + ".");
    }

    private Optional<ClientApp> appOf(Wanted wanted, Optional<AccountId> account) {
        Optional<ClientApp> shared = apps.shared(wanted.platform());
        if (wanted.clientId().isEmpty()) {
            return shared;
        }
        String minted = wanted.clientId().get();
        return shared.filter(app -> app.id().clientId().equals(minted))
                .or(() -> account.flatMap(owner -> apps.own(owner, wanted.platform()))
                        .filter(app -> app.id().clientId().equals(minted)));
    }

    private Optional<Owner> opened(ExternalIdentity signIn) {
        Instant now = clock.instant();
        Account account = new Account(AccountId.of(secrets.nextId()), DisplayName.from(signIn.name()), now);
        return accounts.open(account, new SignInMethod(account.id(), signIn, now, now))
                ? Optional.of(new Owner(account.id(), true))
                : Optional.empty();
    }

    private Fate keep(Wanted wanted, Owner owner, MusicPlatform platform, ClientApp app) {
        Connection connection = connection(wanted, owner.account(), platform.descriptor(), app);
        if (!connections.add(connection)) {
            return new Fate.AlreadyThere(owner.account());
        }
        Optional<Renewal> renewal = flights.fly(connection, PATIENCE);
        if (renewal.isEmpty()) {
            return new Fate.Waits(owner.account(), Cause.REFRESH_RUNNING);
        }
        return switch (renewal.get()) {
            case Renewal.Renewed(var row) -> new Fate.Taken(owner.account(), named(row, platform, app));
            case Renewal.Gone() -> new Fate.Refused("It was disconnected while it was taken over.");
            case Renewal.NotRenewed(var verdict) -> notRenewed(connection, owner, verdict);
        };
    }

    private Connection connection(Wanted wanted, AccountId account, ProviderDescriptor platform, ClientApp app) {
        Instant now = clock.instant();
        ConnectionId id = new ConnectionId(secrets.nextId());
        var nothingYet =
                new Granted("Bearer", NONE_YET, Optional.of(wanted.refreshToken()), Optional.empty(), Optional.empty());
        return new Connection(
                id,
                account,
                wanted.platform(),
                app.id(),
                new ExternalAccount("imported", Optional.empty(), Optional.empty()),
                platform.defaultScopes(),
                new Clocks(now, now, wanted.consentedAt(), platform.consentEnds(wanted.consentedAt())),
                new Standing.Active(),
                new SealTokens(vault.sealerFor(KeyOwner.of(account))).sealFirst(id, wanted.platform(), nothingYet),
                1,
                now,
                Optional.empty());
    }

    /** What the platform says it is; not knowing it costs nothing but a question when they reconnect. */
    private Optional<ExternalAccount> named(Connection row, MusicPlatform platform, ClientApp app) {
        var tokens = row.tokens();
        if (!(vault.open(row.keyOwner(), row.accessTokenPlace(), tokens.accessToken())
                        instanceof Opening.Opened(Secret accessToken))
                || !(platform.whoIs(app, accessToken) instanceof WhoAnswer.Known(ExternalAccount who))) {
            return Optional.empty();
        }
        Optional<Secret> refreshToken = tokens.refreshToken()
                .flatMap(kept -> vault.open(row.keyOwner(), row.refreshTokenPlace(), kept)
                                instanceof Opening.Opened(Secret secret)
                        ? Optional.of(secret)
                        : Optional.empty());
        var seal = new SealTokens(vault.sealerFor(row.keyOwner()));
        // Somebody who moved it on meanwhile knew better.
        boolean _ = connections.advance(row.reconnected(
                row.app(),
                who,
                row.scopes(),
                row.clocks(),
                seal.sealNext(row, tokens.tokenType(), accessToken, refreshToken)));
        return Optional.of(who);
    }

    /** A grant that has ended leaves nothing behind; any other waits for the service. */
    private Fate notRenewed(Connection connection, Owner owner, Verdict verdict) {
        Cause cause = verdict.cause().orElse(Cause.REFRESH_RUNNING);
        if (verdict.state() != Verdict.State.NEEDS_RECONNECT) {
            return new Fate.Waits(owner.account(), cause);
        }
        connections.find(connection.id()).ifPresent(row -> {
            boolean _ = connections.remove(row.id(), row.version());
        });
        if (owner.isNew()) {
            accounts.erase(owner.account());
        }
        return new Fate.Refused(cause.words());
    }
}
