package dev.patchbay.port;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.clientapp.SeatId;
import dev.patchbay.domain.clientapp.SeatOffer;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Things of the domain, ready made, that read as prose. What a test does not mention has a plausible value. */
public final class Fixtures {

    /** When all fixtures happen, unless said otherwise. */
    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456Z");

    public static final ProviderId GOOGLE = new ProviderId("google");
    public static final ProviderId SPOTIFY = new ProviderId("spotify");
    public static final ProviderId SOUNDCLOUD = new ProviderId("soundcloud");

    private Fixtures() {}

    public static Account anAccount() {
        return anAccountNamed("Ann");
    }

    public static Account anAccountNamed(String name) {
        return new Account(AccountId.of(UUID.randomUUID()), new DisplayName(name), NOW);
    }

    /** An account that is in the store, with one Google identity of its own. */
    public static Account open(Stores stores) {
        Account account = anAccount();
        if (!stores.accounts().open(account, aMethodOf(account, anIdentity()))) {
            throw new AssertionError("a fresh identity is linked already");
        }
        return account;
    }

    /** Somebody nobody has seen before, at Google. */
    public static ExternalIdentity anIdentity() {
        return anIdentityAt(GOOGLE);
    }

    public static ExternalIdentity anIdentityAt(ProviderId provider) {
        return anIdentity(provider, "subject-" + UUID.randomUUID());
    }

    public static ExternalIdentity anIdentity(ProviderId provider, String subject) {
        return new ExternalIdentity(
                provider,
                "https://" + provider + ".example",
                subject,
                Optional.of("ann@example.org"),
                Optional.of("Ann"),
                Optional.of("https://img.example/ann.png"));
    }

    public static SignInMethod aMethodOf(Account account, ExternalIdentity identity) {
        return new SignInMethod(account.id(), identity, NOW, NOW);
    }

    /** A session of that account, just started, good for seven days. */
    public static Session aSessionOf(Account account) {
        return aSessionOf(account, NOW, days(7));
    }

    public static Session aSessionOf(Account account, Instant startedAt, Duration life) {
        return new Session(
                new SessionId(UUID.randomUUID()),
                account.id(),
                GOOGLE,
                "Firefox on Linux",
                startedAt,
                startedAt.plus(life),
                Optional.empty());
    }

    public static SessionClaim claimOf(Session session) {
        return new SessionClaim(session.id(), session.account(), session.expiresAt());
    }

    public static ClientAppId theAppOf(ProviderId provider) {
        return new ClientAppId(provider, provider + "-client-id");
    }

    /** An app the store knows nothing about yet. */
    public static ClientAppId anAppOf(ProviderId provider) {
        return new ClientAppId(provider, "client-" + UUID.randomUUID());
    }

    /** An app that this person brought to Spotify just now, with a secret that nobody can read. */
    public static OwnApp anOwnAppOf(Account account) {
        return new OwnApp(
                account.id(),
                SPOTIFY,
                "own-" + UUID.randomUUID(),
                Optional.of(new SealedSecret(new byte[] {1})),
                NOW,
                Optional.empty(),
                1,
                NOW);
    }

    /** A seat that is offered just now. */
    public static SeatOffer aSeatOffer() {
        return new SeatOffer(new SeatId(UUID.randomUUID()), new DisplayName("Bob"), aFingerprint(), NOW);
    }

    /** The first seat of that app, offered just now; in no store. */
    public static Seat aSeatIn(OwnApp app) {
        SeatOffer offer = aSeatOffer();
        return new Seat(
                offer.id(), app.id(), Seat.FIRST, offer.label(), offer.at(), new Seat.State.Offered(offer.until()));
    }

    public static ClientApp aSharedApp(ProviderId provider) {
        return new ClientApp(
                theAppOf(provider),
                ClientApp.Kind.SHARED,
                Optional.of(Secret.of("client-secret-of-" + provider)),
                URI.create("https://patchbay.example/platforms/" + provider + "/callback"));
    }

    /** A platform nobody else here connects. */
    public static ProviderId aPlatform() {
        return new ProviderId(
                "p" + UUID.randomUUID().toString().replace("-", "").substring(1));
    }

    public static ExternalAccount anOutsideAccount() {
        return new ExternalAccount(
                "outside-" + UUID.randomUUID(),
                Optional.of("Ann Outside"),
                Optional.of("https://img.example/outside.png"));
    }

    public static Fingerprint aFingerprint() {
        return Secret.of(UUID.randomUUID().toString()).fingerprint();
    }

    /** Begin of a connection: {@code aConnection().ownedBy(ann).expiringIn(minutes(5)).build()}. */
    public static ConnectionFixture aConnection() {
        return new ConnectionFixture();
    }

    /** A grant of another outside account that waits for that person's yes, at Spotify, for ten minutes from now. */
    public static ParkedGrant aParkedGrantOf(Account account) {
        Connection like = aConnection().ownedBy(account).build();
        return new ParkedGrant(
                like.id(),
                like.account(),
                like.platform(),
                like.app(),
                like.who(),
                like.scopes(),
                like.clocks(),
                like.tokens(),
                NOW.plus(ParkedGrant.LIFE));
    }

    /** Begin of an attempt: {@code anAttempt().toConnect(SPOTIFY).by(ann).build()}. */
    public static AttemptFixture anAttempt() {
        return new AttemptFixture();
    }

    public static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    public static Duration minutes(long count) {
        return Duration.ofMinutes(count);
    }

    public static Duration hours(long count) {
        return Duration.ofHours(count);
    }

    public static Duration days(long count) {
        return Duration.ofDays(count);
    }

    /** Hardly anything known of somebody to sign in with. */
    public static IdentityDescriptor identityProvider(ProviderId id, String name) {
        return new IdentityDescriptor(id, name, URI.create("https://" + id + ".example/console"), List.of(), Set.of());
    }
}
