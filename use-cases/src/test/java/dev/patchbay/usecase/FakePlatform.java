package dev.patchbay.usecase;

import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scope;
import dev.patchbay.domain.provider.ScopeReason;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.MusicPlatform;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A music platform in memory. Left alone it keeps the rules of its grant class and a ledger of what is live; a script of
 * answers goes first. Safe for many threads.
 */
public final class FakePlatform implements MusicPlatform {

    /** What a refresh does to the refresh token. */
    public enum Renewing {
        /** The answer has none: the old one stays good. */
        KEEPS,
        /** The answer repeats the old one. */
        ECHOES,
        /** The answer has a new one, and the old one is dead. */
        ROTATES
    }

    /** What somebody outside was granted. */
    public record Grant(String user, String access, String refresh) {}

    private record Visit(ClientAppId app, AuthorizationIntent intent, String user) {}

    private static final class Consent {
        final String user;
        final Set<String> live = new HashSet<>();

        Consent(String user) {
            this.user = user;
        }
    }

    private final ProviderDescriptor descriptor;
    private final boolean revokingEndsEveryConsent;
    private final Map<State, AuthorizationIntent> begun = new HashMap<>();
    private final Map<String, Visit> codes = new HashMap<>();
    private final List<Consent> consents = new ArrayList<>();
    private final Set<String> spent = new HashSet<>();
    private final Deque<Supplier<TokenAnswer>> exchangeScript = new ArrayDeque<>();
    private final Deque<Supplier<TokenAnswer>> refreshScript = new ArrayDeque<>();
    private final Deque<WhoAnswer> whoScript = new ArrayDeque<>();
    private final List<String> revoked = new ArrayList<>();
    private Renewing renewing;
    private Optional<Duration> expiresIn = Optional.of(Duration.ofHours(1));
    private Optional<Scopes> scopes = Optional.empty();
    private Revocation revocation = Revocation.REVOKED;
    private Runnable beforeAnswering = () -> {};
    private boolean down;
    private int issued;
    private int exchanges;
    private int refreshes;
    private int whoAsked;
    private int spentShown;
    private int inFlight;
    private int mostInFlight;

    private FakePlatform(
            ProviderId id, GrantClass grantClass, Renewing renewing, Set<Capability> can, boolean revokingEndsAll) {
        this.renewing = renewing;
        this.revokingEndsEveryConsent = revokingEndsAll;
        this.descriptor = new ProviderDescriptor(
                id,
                "The " + id,
                URI.create("https://console." + id + ".example"),
                URI.create("https://" + id + ".example/apps"),
                List.of(
                        new ScopeReason(new Scope("playlist-read-private"), "to show playlists"),
                        new ScopeReason(new Scope("user-read-email"), "to say who it is")),
                can,
                grantClass,
                Optional.of(Period.ofMonths(6)),
                Duration.ofMinutes(30),
                List.of());
    }

    /** Refresh tokens stay as they are; consent cannot be withdrawn from here. */
    public static FakePlatform constant(ProviderId id) {
        return new FakePlatform(id, new GrantClass.NonRotating(), Renewing.KEEPS, Set.of(Capability.REFRESH), false);
    }

    /** Each refresh token is good once; consent can be withdrawn. */
    public static FakePlatform strict(ProviderId id) {
        return new FakePlatform(
                id, new GrantClass.Strict(), Renewing.ROTATES, Set.of(Capability.REFRESH, Capability.REVOKE), false);
    }

    /** Withdrawing any token ends whatever the person ever consented to. */
    public static FakePlatform thorough(ProviderId id) {
        return new FakePlatform(
                id, new GrantClass.NonRotating(), Renewing.KEEPS, Set.of(Capability.REFRESH, Capability.REVOKE), true);
    }

    @Override
    public ProviderDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public synchronized AuthorizationStart authorize(ClientApp app, AuthorizationIntent intent) {
        if (down) {
            return new AuthorizationStart.Unavailable("down", Optional.of(Duration.ofSeconds(7)));
        }
        begun.put(intent.state(), intent);
        return new AuthorizationStart.Ready(URI.create("https://" + id() + ".example/authorize?client_id="
                + app.clientId() + "&state=" + intent.state().value().reveal()));
    }

    /** The person consents at our page. @return the code the redirect brings back */
    public synchronized String consent(ClientAppId app, State state, String user) {
        AuthorizationIntent intent = Optional.ofNullable(begun.get(state)).orElseThrow();
        String code = "code-" + issuedNext();
        codes.put(code, new Visit(app, intent, user));
        return code;
    }

    /** What was asked for with that state. */
    public synchronized AuthorizationIntent intentOf(State state) {
        return Optional.ofNullable(begun.get(state)).orElseThrow();
    }

    @Override
    public boolean vouchesFor(Optional<String> iss) {
        return iss.isEmpty() || iss.get().equals(issuer());
    }

    public String issuer() {
        return "https://" + id() + ".example";
    }

    @Override
    public synchronized TokenAnswer exchange(ClientApp app, CodeExchange exchange) {
        exchanges++;
        if (!exchangeScript.isEmpty()) {
            return exchangeScript.remove().get();
        }
        Visit visit = codes.remove(exchange.code().value().reveal());
        boolean good = visit != null
                && visit.app().equals(app.id())
                && visit.intent().verifier().equals(exchange.verifier())
                && visit.intent().nonce().fingerprint().equals(exchange.nonceFingerprint());
        if (visit == null || !good) {
            return new TokenAnswer.GrantDead();
        }
        Grant grant = granted(visit.user());
        return answer(grant.access(), Optional.of(grant.refresh()));
    }

    /** Somebody consented some time ago. */
    public synchronized Grant granted(String user) {
        Consent consent = new Consent(user);
        consents.add(consent);
        return new Grant(user, issue(consent, "at"), issue(consent, "rt"));
    }

    @Override
    public TokenAnswer refresh(ClientApp app, Secret refreshToken) {
        Runnable hook;
        TokenAnswer answer;
        synchronized (this) {
            refreshes++;
            mostInFlight = Math.max(mostInFlight, ++inFlight);
            Supplier<TokenAnswer> scripted = refreshScript.poll();
            answer = scripted == null ? honest(refreshToken.reveal()) : scripted.get();
            hook = beforeAnswering;
        }
        try {
            hook.run();
        } finally {
            synchronized (this) {
                inFlight--;
            }
        }
        return answer;
    }

    private TokenAnswer honest(String refreshToken) {
        if (down) {
            return new TokenAnswer.Unavailable("502 and HTML", Optional.empty());
        }
        if (spent.contains(refreshToken)) {
            spentShown++;
        }
        Optional<Consent> consent = consentOf(refreshToken);
        if (consent.isEmpty()) {
            return new TokenAnswer.GrantDead();
        }
        String access = issue(consent.get(), "at");
        return switch (renewing) {
            case KEEPS -> answer(access, Optional.empty());
            case ECHOES -> answer(access, Optional.of(refreshToken));
            case ROTATES -> {
                consent.get().live.remove(refreshToken);
                spent.add(refreshToken);
                yield answer(access, Optional.of(issue(consent.get(), "rt")));
            }
        };
    }

    private int issuedNext() {
        issued++;
        return issued;
    }

    private String issue(Consent consent, String kind) {
        String token = id() + "-" + kind + "-" + issuedNext();
        consent.live.add(token);
        return token;
    }

    private TokenAnswer answer(String access, Optional<String> refresh) {
        return new TokenAnswer.Granted("Bearer", Secret.of(access), refresh.map(Secret::of), expiresIn, scopes);
    }

    private Optional<Consent> consentOf(String token) {
        return consents.stream().filter(c -> c.live.contains(token)).findFirst();
    }

    @Override
    public synchronized WhoAnswer whoIs(Secret accessToken) {
        whoAsked++;
        if (!whoScript.isEmpty()) {
            return whoScript.remove();
        }
        return consentOf(accessToken.reveal())
                .<WhoAnswer>map(
                        c -> new WhoAnswer.Known(new ExternalAccount(c.user, Optional.of(c.user), Optional.empty())))
                .orElse(new WhoAnswer.TokenNotAccepted());
    }

    @Override
    public synchronized Revocation revoke(ClientApp app, Secret token) {
        if (!descriptor.can(Capability.REVOKE)) {
            return Revocation.NOT_SUPPORTED;
        }
        revoked.add(token.reveal());
        if (revocation == Revocation.REVOKED) {
            Optional<Consent> consent = consentOf(token.reveal());
            consent.ifPresent(found ->
                    consents.removeIf(c -> c == found || (revokingEndsEveryConsent && c.user.equals(found.user))));
        }
        return revocation;
    }

    /** The person withdraws everything at the platform's own page. */
    public synchronized void withdraw(String user) {
        consents.removeIf(consent -> consent.user.equals(user));
    }

    public synchronized void renewing(Renewing how) {
        renewing = how;
    }

    public synchronized void expiresIn(Optional<Duration> life) {
        expiresIn = life;
    }

    public synchronized void scopes(Scopes inTheAnswer) {
        scopes = Optional.of(inTheAnswer);
    }

    public synchronized void revocation(Revocation outcome) {
        revocation = outcome;
    }

    /** From now on nothing of use is answered. */
    public synchronized void down(boolean isDown) {
        down = isDown;
    }

    public synchronized void nextExchange(TokenAnswer answer) {
        exchangeScript.add(() -> answer);
    }

    public synchronized void nextRefresh(TokenAnswer answer) {
        refreshScript.add(() -> answer);
    }

    public synchronized void nextWho(WhoAnswer answer) {
        whoScript.add(answer);
    }

    /** Happens after each refresh is processed here and before its answer is out. */
    public synchronized void beforeAnswering(Runnable what) {
        beforeAnswering = what;
    }

    public synchronized boolean isLive(String token) {
        return consentOf(token).isPresent();
    }

    public synchronized boolean isLive(Secret token) {
        return isLive(token.reveal());
    }

    /** How many consents anybody could still use. */
    public synchronized int liveConsents() {
        return consents.size();
    }

    public synchronized int exchanges() {
        return exchanges;
    }

    public synchronized int refreshes() {
        return refreshes;
    }

    public synchronized int whoAsked() {
        return whoAsked;
    }

    /** How often a refresh token was shown that had been replaced. */
    public synchronized int spentShown() {
        return spentShown;
    }

    public synchronized int mostInFlight() {
        return mostInFlight;
    }

    public synchronized List<String> revoked() {
        return List.copyOf(revoked);
    }
}
