package dev.patchbay.usecase.provider;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientApp.OtherSecret;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.RedirectUris;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.TokensInHand;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Every client app there is, the operator's and those that people brought, ready to be shown to its provider. Safe for many threads. */
public final class ClientApps {
    private static final System.Logger LOG = System.getLogger(ClientApps.class.getName());

    private final SharedApps sharedApps;
    private final OwnApps ownApps;
    private final Seats seats;
    private final TokenVault vault;
    private final RedirectUris redirectUris;
    private final Clock clock;

    public ClientApps(
            SharedApps sharedApps,
            OwnApps ownApps,
            Seats seats,
            TokenVault vault,
            RedirectUris redirectUris,
            Clock clock) {
        this.sharedApps = sharedApps;
        this.ownApps = ownApps;
        this.seats = seats;
        this.vault = vault;
        this.redirectUris = redirectUris;
        this.clock = clock;
    }

    /** That very app; empty when it is not configured or was removed, or its secret cannot be read any more. */
    public Optional<ClientApp> find(ClientAppId id) {
        return id.owner().isPresent()
                ? own(id.owner().get(), id.provider()).filter(app -> app.id().equals(id))
                : shared(id.provider()).filter(app -> app.id().equals(id));
    }

    /**
     * That very app for somebody who may use it: the operator's, one's own, or one in which they have a seat. Empty when they may not
     * (any more), or {@link #find} is.
     */
    public Optional<ClientApp> usedBy(AccountId who, ClientAppId id) {
        return id.owner().isEmpty() || id.owner().get().equals(who) || hasSeat(who, id) ? find(id) : Optional.empty();
    }

    /** Whether somebody may use that app now: the operator's always, one's own while it is there, another's with a seat. */
    public boolean mayUse(AccountId who, ClientAppId id) {
        if (id.owner().isEmpty()) {
            return true;
        }
        return id.owner().get().equals(who)
                ? ownApps.of(who, id.provider())
                        .filter(app -> app.id().equals(id))
                        .isPresent()
                : hasSeat(who, id);
    }

    private boolean hasSeat(AccountId who, ClientAppId id) {
        return seats.heldBy(who, id.provider())
                .filter(seat -> seat.app().equals(id))
                .isPresent();
    }

    /** The one in which this person has a seat; empty when they have none, or its secret cannot be read any more. */
    public Optional<ClientApp> seat(AccountId holder, ProviderId platform) {
        return seats.heldBy(holder, platform).flatMap(seat -> own(seat.owner(), platform));
    }

    /** The operator's; empty when there is none. */
    public Optional<ClientApp> shared(ProviderId provider) {
        return sharedApps.of(provider);
    }

    /** What this person brought; empty when they did not, or its secret cannot be read any more. */
    public Optional<ClientApp> own(AccountId owner, ProviderId platform) {
        return ownApps.of(owner, platform).flatMap(this::ready);
    }

    /** The app as its owner left it, showing the newest secret and no other; empty when that cannot be read. */
    public Optional<ClientApp> newest(OwnApp app) {
        Optional<Secret> secret = app.secret().flatMap(kept -> open(app, app.secretPlace(), kept));
        return app.secret().isPresent() && secret.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClientApp(
                        app.id(), ClientApp.Kind.OWN, secret, redirectUris.redirectUriOf(app.platform())));
    }

    private Optional<ClientApp> ready(OwnApp app) {
        Optional<ClientApp> newest = newest(app);
        Optional<Secret> previous = app.previous()
                .filter(kept -> clock.instant().isBefore(kept.until()))
                .flatMap(kept -> open(app, app.previousSecretPlace(), kept.secret()));
        if (previous.isEmpty()
                || newest.isEmpty()
                || newest.get().clientSecret().isEmpty()) {
            return newest;
        }
        Secret later = newest.get().clientSecret().get();
        boolean earlierFirst = app.previous().get().preferred();
        var other = new OtherSecret(earlierFirst ? later : previous.get(), earlierFirst, app.version());
        return Optional.of(new ClientApp(
                app.id(),
                ClientApp.Kind.OWN,
                Optional.of(earlierFirst ? previous.get() : later),
                newest.get().redirectUri(),
                Optional.of(other)));
    }

    private Optional<Secret> open(OwnApp app, Place place, SealedSecret kept) {
        return switch (vault.open(app.keyOwner(), place, kept)) {
            case Opening.Opened(var secret) -> Optional.of(secret);
            case Opening.Unreadable() -> {
                LOG.log(Level.ERROR, "the {0} of app {1} cannot be read", place.field(), app.id());
                yield Optional.empty();
            }
        };
    }

    /**
     * Asks the token endpoint as this app. When it does not accept the app and there is another secret, it is asked once more with that: a
     * refused app was not listened to, so nothing was used up. Which secret worked is remembered.
     *
     * @param mayAskAgain whether there still is time and allowance for a second call
     */
    public TokenAnswer ask(ClientApp app, BooleanSupplier mayAskAgain, Function<ClientApp, TokenAnswer> question) {
        TokenAnswer first = question.apply(app);
        if (app.other().isEmpty()) {
            return first;
        }
        OtherSecret other = app.other().get();
        if (first instanceof TokenAnswer.Granted) {
            remember(app.id(), other.version(), !other.newer());
        }
        boolean refused = first instanceof TokenAnswer.AppRefused(var cause) && cause == Cause.APP_REJECTED;
        if (!refused || !mayAskAgain.getAsBoolean()) {
            return first;
        }
        TokenAnswer second = question.apply(app.withOtherSecret().orElseThrow());
        if (second instanceof TokenAnswer.Granted) {
            remember(app.id(), other.version(), other.newer());
        }
        return second;
    }

    /** The newest secret of the app at that version was seen to work: the one before is forgotten. */
    public void newestWorked(OwnApp app) {
        remember(app.id(), app.version(), true);
    }

    private void remember(ClientAppId id, long version, boolean newer) {
        try {
            boolean changed = newer
                    ? ownApps.forgetPrevious(id.owner().orElseThrow(), id.provider(), version)
                    : ownApps.preferPrevious(id.owner().orElseThrow(), id.provider(), version);
            if (changed) {
                LOG.log(Level.INFO, "client app {0}: the {1} secret works", id, newer ? "new" : "previous");
            }
        } catch (StoreUnavailable outage) {
            // The answer in hand is worth more than knowing this, and the next call finds it out again.
            LOG.log(Level.DEBUG, "client app {0}: which secret works is not noted", id);
        }
    }

    /** Ends a grant at the platform as this app, with either of its secrets. */
    public Revocation revoke(MusicPlatform platform, ClientApp app, TokensInHand tokens) {
        Revocation first = platform.revoke(app, tokens);
        Optional<ClientApp> other = app.withOtherSecret();
        return first == Revocation.FAILED && other.isPresent() ? platform.revoke(other.get(), tokens) : first;
    }
}
