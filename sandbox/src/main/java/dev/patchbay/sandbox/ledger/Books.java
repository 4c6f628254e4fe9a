package dev.patchbay.sandbox.ledger;

import dev.patchbay.sandbox.web.Delivery;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ledger as the stand-ins write it: each act is an entry, put into the journal before it counts. */
public final class Books implements Ledger {
    /** The expiry of tokens that do not expire by themselves. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String TOPIC = "ledger";

    private final Clock clock;
    private final Journal journal;
    private final Sum sum = new Sum();
    private final Set<String> canaries = new HashSet<>();

    /** Books that go on where the journal's earlier entries end. */
    public Books(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
        for (Map<String, Object> line : journal.takeEarlier(TOPIC)) {
            sum.apply(EntryLines.read(line, id -> sum.families().of(id).grant()));
        }
    }

    /** Takes a secret that was handed out before the sandbox began, and must not leak either. */
    public synchronized void canary(String secret) {
        canaries.add(secret);
    }

    /** Counts a call. */
    public synchronized void called(String party, Endpoint endpoint) {
        write(new Entry.Called(clock.instant(), party, endpoint));
    }

    /** Counts that this code or token was sent to us. */
    public synchronized void presented(String secret) {
        write(new Entry.Presented(clock.instant(), secret));
    }

    /** Writes down that a refresh call came, with this token or with empty text, and returns its number. */
    public synchronized int refreshReceived(String party, String secret) {
        int number = sum.calls().nextNumber();
        write(new Entry.RefreshReceived(clock.instant(), number, party, secret));
        return number;
    }

    /** Writes down that a refresh call was decided, and what it brought. */
    public synchronized void refreshProcessed(int number, List<IssuedToken> issued) {
        List<String> secrets = issued.stream().map(IssuedToken::secret).toList();
        write(new Entry.RefreshProcessed(clock.instant(), number, secrets));
    }

    /** Writes down what became of the answer to a refresh call; the last word counts. */
    public synchronized void refreshAnswered(int number, Delivery how) {
        write(new Entry.RefreshAnswered(clock.instant(), number, how));
    }

    /** Begins a family of tokens; {@code person} is empty for a client acting for itself. */
    public synchronized Grant begin(String party, String client, String person, Set<String> scopes) {
        return begin(party, client, person, scopes, clock.instant());
    }

    /** As {@link #begin(String, String, String, Set)}, with a consent that was given at this time. */
    public synchronized Grant begin(String party, String client, String person, Set<String> scopes, Instant begunAt) {
        String id = party + "-grant-" + (sum.families().count() + 1);
        Grant grant = new Grant(id, party, client, person, scopes, begunAt);
        write(new Entry.GrantBegun(clock.instant(), grant));
        return grant;
    }

    /** Writes down a secret that is about to be handed out. */
    public synchronized IssuedToken issue(
            TokenKind kind,
            String secret,
            Grant grant,
            Instant expiresAt,
            Set<String> scopes,
            Map<String, String> details) {
        Instant now = clock.instant();
        String id = kind.name().toLowerCase(Locale.ROOT) + "-" + (sum.tokens().size() + 1);
        IssuedToken token = new IssuedToken(id, kind, secret, grant, now, expiresAt, scopes, details);
        write(new Entry.Issued(now, token));
        return token;
    }

    /** Ends one code or token, now or after a grace period. */
    public synchronized void end(IssuedToken token, Instant from, String why) {
        write(new Entry.Ended(clock.instant(), token.secret(), from, why));
    }

    /** Ends a grant and with it every token of the family; does nothing if it has ended. */
    public synchronized void end(Grant grant, String why) {
        if (sum.families().of(grant).ending().isEmpty()) {
            write(new Entry.GrantEnded(clock.instant(), grant.id(), why));
        }
    }

    /** The token of this kind that was issued by this party, live or not. */
    public synchronized Optional<IssuedToken> find(TokenKind kind, String party, String secret) {
        return issued(secret)
                .filter(token -> token.kind() == kind && token.grant().party().equals(party));
    }

    /** Whether the token is good now: not expired, not ended, its family alive. */
    public synchronized boolean isLive(IssuedToken token) {
        return clock.instant().isBefore(sum.acceptedUntil(token));
    }

    /** Whether this one token was ended by itself, at once or with a grace period, rather than with its family. */
    public synchronized boolean isEnded(IssuedToken token) {
        return sum.isEnded(token);
    }

    /** The living grants of this person at this party. */
    public synchronized List<Grant> livingGrants(String party, String person) {
        return living(party, person).map(Family::grant).toList();
    }

    private Stream<Family> living(String party, String person) {
        return sum.families().of(party, person).stream()
                .filter(family -> family.ending().isEmpty());
    }

    private void write(Entry entry) {
        if (journal.isKept()) {
            journal.append(TOPIC, EntryLines.write(entry));
        }
        sum.apply(entry);
    }

    @Override
    public synchronized boolean isLiveRefreshToken(String token) {
        return isLive(token, TokenKind.REFRESH);
    }

    @Override
    public synchronized boolean isLiveAccessToken(String token) {
        return isLive(token, TokenKind.ACCESS);
    }

    private boolean isLive(String secret, TokenKind kind) {
        return issued(secret)
                .filter(token -> token.kind() == kind && isLive(token))
                .isPresent();
    }

    @Override
    public synchronized Optional<IssuedToken> issued(String token) {
        return sum.issued(token);
    }

    @Override
    public synchronized Optional<Grant> familyOf(String token) {
        return issued(token).map(IssuedToken::grant);
    }

    @Override
    public synchronized Optional<Instant> acceptedUntil(String token) {
        return issued(token).map(sum::acceptedUntil);
    }

    @Override
    public synchronized List<IssuedToken> tokensOf(Grant grant) {
        return sum.families().of(grant).tokens();
    }

    @Override
    public synchronized Optional<IssuedToken> newestRefreshToken(Grant grant) {
        return sum.families().of(grant).newestRefreshToken();
    }

    @Override
    public synchronized Optional<String> endOf(Grant grant) {
        return sum.families().of(grant).ending().map(Entry.GrantEnded::why);
    }

    @Override
    public synchronized int presentationsOf(String token) {
        return sum.presentationsOf(token);
    }

    @Override
    public int exchangesOf(String code) {
        return presentationsOf(code);
    }

    @Override
    public synchronized int refreshCalls() {
        return sum.calls().count(Endpoint.REFRESH);
    }

    @Override
    public synchronized int refreshCalls(Grant grant) {
        return sum.families().of(grant).refreshes().size();
    }

    @Override
    public synchronized List<RefreshCall> refreshesOf(Grant grant) {
        return sum.families().of(grant).refreshes().stream()
                .map(sum.calls()::refresh)
                .toList();
    }

    @Override
    public synchronized List<RefreshCall> refreshes() {
        return sum.calls().refreshes();
    }

    @Override
    public synchronized int mostRefreshesInFlight(Grant grant) {
        return sum.families().of(grant).mostInFlight();
    }

    @Override
    public synchronized int tokenCalls(String party) {
        return calls(party, Endpoint.EXCHANGE)
                + calls(party, Endpoint.REFRESH)
                + calls(party, Endpoint.CLIENT_CREDENTIALS);
    }

    @Override
    public synchronized int calls(String party, Endpoint endpoint) {
        return sum.calls().count(party, endpoint);
    }

    @Override
    public synchronized Set<String> liveRefreshTokens(String party, String person) {
        return living(party, person)
                .flatMap(family -> family.refreshTokens().stream())
                .filter(this::isLive)
                .map(IssuedToken::secret)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized List<Grant> grants() {
        return sum.families().grants();
    }

    @Override
    public synchronized List<IssuedToken> tokens() {
        return sum.tokens().soFar();
    }

    @Override
    public synchronized List<LedgerEvent> events() {
        return sum.events().soFar();
    }

    @Override
    public synchronized Set<String> issuedSecrets() {
        Set<String> secrets = new HashSet<>(sum.secrets());
        secrets.addAll(canaries);
        return Set.copyOf(secrets);
    }
}
