package dev.patchbay.usecase;

import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.TokensInHand;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A music platform in memory. Left alone it keeps the rules of its grant class and a ledger of what is live; a script of
 * answers goes first. Safe for many threads.
 */
public final class FakePlatform implements MusicPlatform {

    /** What somebody outside was granted. */
    public record Grant(String user, String access, String refresh) {}

    /** One refresh that was asked for. */
    public record Asked(Instant at, String refreshToken) {}

    private final ProviderDescriptor descriptor;
    private final Ledger ledger;
    private final boolean revokingEndsEveryConsent;
    private final Clock clock;
    private final Visits visits = new Visits();
    private final List<Asked> asked = new ArrayList<>();
    private final List<ClientApp> shown = new ArrayList<>();
    private Predicate<ClientApp> accepts = app -> true;
    private AppFindings findings = AppFindings.none("not asked");
    private final Deque<TokenAnswer> exchangeScript = new ArrayDeque<>();
    private final Deque<TokenAnswer> refreshScript = new ArrayDeque<>();
    private final Deque<WhoAnswer> whoScript = new ArrayDeque<>();
    private final List<String> revoked = new ArrayList<>();
    private TokenHabit habit;
    private Optional<Duration> expiresIn = Optional.of(Duration.ofHours(1));
    private Optional<Scopes> scopes = Optional.empty();
    private Revocation revocation = Revocation.REVOKED;
    private Runnable beforeAnswering = () -> {};
    private boolean down;
    private boolean refusing;
    private boolean loseAnswer;
    private int exchanges;
    private int whoAsked;
    private int inFlight;
    private int mostInFlight;

    private Optional<Cause> objection = Optional.empty();
    private Optional<Duration> consentLasts = Optional.empty();

    private FakePlatform(
            ProviderId id, GrantClass grantClass, Set<Capability> can, Optional<Duration> idleLife, Clock clock) {
        this.habit = PlatformFacts.habitOf(grantClass);
        this.ledger = new Ledger(id, PlatformFacts.windowOf(grantClass), clock);
        this.revokingEndsEveryConsent = habit == TokenHabit.KEEPS;
        boolean ends = can.contains(Capability.REFRESH);
        this.descriptor = PlatformFacts.of(
                id,
                grantClass,
                can,
                idleLife,
                ends ? Optional.of(Period.ofMonths(6)) : Optional.empty(),
                ends ? Duration.ofMinutes(30) : Clocks.ENDLESS);
        this.clock = clock;
    }

    /** Refresh tokens stay as they are; consent cannot be withdrawn from here. */
    public static FakePlatform constant(ProviderId id, Clock clock) {
        return new FakePlatform(id, new GrantClass.NonRotating(), Set.of(Capability.REFRESH), Optional.empty(), clock);
    }

    /** Its tokens have no end, so nothing renews them; it calls its code by another name. */
    public static FakePlatform endless(ProviderId id, Clock clock) {
        return new FakePlatform(id, new GrantClass.NonRotating(), Set.of(), Optional.empty(), clock);
    }

    private boolean isEndless() {
        return !descriptor.can(Capability.REFRESH);
    }

    @Override
    public String codeParameter() {
        return isEndless() ? "token" : "code";
    }

    @Override
    public synchronized Optional<Cause> objectionTo(TokenAnswer.Granted granted, Scopes asked) {
        return objection;
    }

    /** From now on it has that against every grant. */
    public synchronized void objectingTo(Cause cause) {
        objection = Optional.of(cause);
    }

    /** From now on answers say that a consent lasts so long. */
    public synchronized void consentLasting(Duration time) {
        consentLasts = Optional.of(time);
    }

    /**
     * Consent can be withdrawn; where refresh tokens stay as they are, that ends whatever the person ever consented to.
     *
     * @param idleLife after which a grant ends that is not used
     */
    public static FakePlatform of(GrantClass grantClass, ProviderId id, Optional<Duration> idleLife, Clock clock) {
        return new FakePlatform(id, grantClass, Set.of(Capability.REFRESH, Capability.REVOKE), idleLife, clock);
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
        visits.begin(intent);
        return new AuthorizationStart.Ready(URI.create("https://" + id() + ".example/authorize?client_id="
                + app.clientId() + "&state=" + intent.state().value().reveal()));
    }

    /** The person consents at our page. @return the code the redirect brings back */
    public synchronized String consent(ClientAppId app, State state, String user) {
        return visits.consent(app, state, user);
    }

    /** What was asked for with that state. */
    public synchronized AuthorizationIntent intentOf(State state) {
        return visits.intentOf(state);
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
        shown.add(app);
        if (!accepts.test(app)) {
            return new TokenAnswer.AppRefused(Cause.APP_REJECTED);
        }
        if (!exchangeScript.isEmpty()) {
            return exchangeScript.remove();
        }
        return visits.spend(app, exchange)
                .map(this::granted)
                .map(grant -> answer(grant.access(), Optional.of(grant.refresh())))
                .orElseGet(TokenAnswer.GrantDead::new);
    }

    /** Somebody consented some time ago. */
    public synchronized Grant granted(String user) {
        return ledger.grant(user);
    }

    @Override
    public TokenAnswer refresh(ClientApp app, Secret refreshToken) {
        Runnable hook;
        TokenAnswer answer;
        synchronized (this) {
            shown.add(app);
            asked.add(new Asked(clock.instant(), refreshToken.reveal()));
            mostInFlight = Math.max(mostInFlight, ++inFlight);
            answer = !accepts.test(app)
                    ? new TokenAnswer.AppRefused(Cause.APP_REJECTED)
                    : Optional.ofNullable(refreshScript.poll()).orElseGet(() -> honest(refreshToken.reveal()));
            if (loseAnswer) {
                loseAnswer = false;
                answer = new TokenAnswer.Unavailable("silence", Optional.empty());
            }
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
        if (refusing) {
            return new TokenAnswer.GrantDead();
        }
        return ledger.refresh(refreshToken, habit)
                .map(fresh -> answer(fresh.access(), fresh.refresh()))
                .orElseGet(TokenAnswer.GrantDead::new);
    }

    private TokenAnswer answer(String access, Optional<String> refresh) {
        return isEndless()
                ? new TokenAnswer.Granted(
                        "Session", Secret.of(access), Optional.empty(), Optional.empty(), Optional.empty())
                : new TokenAnswer.Granted(
                        "Bearer", Secret.of(access), refresh.map(Secret::of), expiresIn, scopes, consentLasts);
    }

    @Override
    public synchronized WhoAnswer whoIs(ClientApp app, Secret accessToken) {
        whoAsked++;
        if (!whoScript.isEmpty()) {
            return whoScript.remove();
        }
        return ledger.consentOf(accessToken.reveal())
                .<WhoAnswer>map(
                        c -> new WhoAnswer.Known(new ExternalAccount(c.user, Optional.of(c.user), Optional.empty())))
                .orElse(new WhoAnswer.TokenNotAccepted());
    }

    @Override
    public synchronized Revocation revoke(ClientApp app, TokensInHand tokens) {
        if (!descriptor.can(Capability.REVOKE)) {
            return Revocation.NOT_SUPPORTED;
        }
        Secret token = tokens.longestLived().orElseThrow();
        revoked.add(token.reveal());
        if (revocation == Revocation.REVOKED) {
            ledger.revoke(token.reveal(), revokingEndsEveryConsent);
        }
        return revocation;
    }

    /** From now on, the token endpoint knows an app by this. */
    public synchronized void accepts(Predicate<ClientApp> known) {
        accepts = known;
    }

    /** The apps that showed themselves at the token endpoint, one for each call. */
    public synchronized List<ClientApp> shown() {
        return List.copyOf(shown);
    }

    public synchronized void findings(AppFindings next) {
        findings = next;
    }

    @Override
    public synchronized AppFindings check(ClientApp app) {
        shown.add(app);
        return findings;
    }

    /** The person withdraws everything at the platform's own page. */
    public synchronized void withdraw(String user) {
        ledger.endAllOf(user);
    }

    /** From now on, whatever is declared. */
    public synchronized void habit(TokenHabit how) {
        habit = how;
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

    /** From now on nothing of use is answered, and nothing is done. */
    public synchronized void down(boolean isDown) {
        down = isDown;
    }

    /** From now on every refresh token is refused, whoever's it is, and nothing is done. */
    public synchronized void refusing(boolean isRefusing) {
        refusing = isRefusing;
    }

    public synchronized void nextExchange(TokenAnswer answer) {
        exchangeScript.add(answer);
    }

    public synchronized void nextRefresh(TokenAnswer answer) {
        refreshScript.add(answer);
    }

    /** The next refresh is processed, and its answer lost on the way. */
    public synchronized void loseNextAnswer() {
        loseAnswer = true;
    }

    public synchronized void nextWho(WhoAnswer answer) {
        whoScript.add(answer);
    }

    /** Happens after each refresh is processed here and before its answer is out. */
    public synchronized void beforeAnswering(Runnable what) {
        beforeAnswering = what;
    }

    public synchronized boolean isLive(String token) {
        return ledger.consentOf(token).isPresent();
    }

    public synchronized boolean isLive(Secret token) {
        return isLive(token.reveal());
    }

    /** How many consents anybody could still use. */
    public synchronized int liveConsents() {
        return ledger.liveConsents();
    }

    public synchronized int exchanges() {
        return exchanges;
    }

    public synchronized int refreshes() {
        return asked.size();
    }

    /** The refreshes so far, in their order. */
    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    public synchronized int whoAsked() {
        return whoAsked;
    }

    /** How often a refresh token was shown that had been replaced. */
    public synchronized int spentShown() {
        return ledger.spentShown();
    }

    public synchronized int mostInFlight() {
        return mostInFlight;
    }

    public synchronized List<String> revoked() {
        return List.copyOf(revoked);
    }
}
