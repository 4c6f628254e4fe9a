package dev.patchbay.sandbox.ledger;

import dev.patchbay.sandbox.ledger.LedgerEvent.What;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ledger as the stand-ins write it: each act is an entry, put into the journal before it counts. */
public final class Books implements Ledger {
    /** The expiry of tokens that do not expire by themselves. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String TOPIC = "ledger";

    private final Clock clock;
    private final Journal journal;
    private final Map<String, Grant> grants = new LinkedHashMap<>();
    private final Map<String, String> endedGrants = new LinkedHashMap<>();
    private final Map<String, IssuedToken> tokens = new LinkedHashMap<>();
    private final Map<String, Entry.Ended> endings = new LinkedHashMap<>();
    private final Map<String, Integer> presentations = new LinkedHashMap<>();
    private final Map<String, Map<Endpoint, Integer>> calls = new LinkedHashMap<>();
    private final List<LedgerEvent> events = new ArrayList<>();

    /** Books that go on where the journal's earlier entries end. */
    public Books(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
        for (Map<String, Object> line : journal.takeEarlier(TOPIC)) {
            apply(EntryLines.read(line, this::grant));
        }
    }

    private Grant grant(String id) {
        return Optional.ofNullable(grants.get(id))
                .orElseThrow(() -> new IllegalStateException("the journal lacks " + id));
    }

    /** Counts a call. */
    public synchronized void called(String party, Endpoint endpoint) {
        write(new Entry.Called(clock.instant(), party, endpoint));
    }

    /** Counts that this code or token was sent to us. */
    public synchronized void presented(String secret) {
        write(new Entry.Presented(clock.instant(), secret));
    }

    /** Begins a family of tokens; {@code person} is empty for a client acting for itself. */
    public synchronized Grant begin(String party, String client, String person, Set<String> scopes) {
        Instant now = clock.instant();
        Grant grant = new Grant(party + "-grant-" + (grants.size() + 1), party, client, person, scopes, now);
        write(new Entry.GrantBegun(now, grant));
        return grant;
    }

    /** Writes down a secret that is about to be handed out. */
    public synchronized void issue(
            TokenKind kind,
            String secret,
            Grant grant,
            Instant expiresAt,
            Set<String> scopes,
            Map<String, String> details) {
        Instant now = clock.instant();
        String id = kind.name().toLowerCase(Locale.ROOT) + "-" + (tokens.size() + 1);
        write(new Entry.Issued(now, new IssuedToken(id, kind, secret, grant, now, expiresAt, scopes, details)));
    }

    /** Ends one code or token, now or after a grace period. */
    public synchronized void end(IssuedToken token, Instant from, String why) {
        write(new Entry.Ended(clock.instant(), token.secret(), from, why));
    }

    /** Ends a grant and with it every token of the family; does nothing if it has ended. */
    public synchronized void end(Grant grant, String why) {
        if (!endedGrants.containsKey(grant.id())) {
            write(new Entry.GrantEnded(clock.instant(), grant.id(), why));
        }
    }

    /** The token of this kind that was issued by this party, live or not. */
    public synchronized Optional<IssuedToken> find(TokenKind kind, String party, String secret) {
        IssuedToken token = tokens.get(secret);
        return token != null && token.kind() == kind && token.grant().party().equals(party)
                ? Optional.of(token)
                : Optional.empty();
    }

    /** Whether the token is good now: not expired, not ended, its family alive. */
    public synchronized boolean isLive(IssuedToken token) {
        Instant now = clock.instant();
        Entry.Ended ending = endings.get(token.secret());
        return now.isBefore(token.expiresAt())
                && (ending == null || now.isBefore(ending.from()))
                && !endedGrants.containsKey(token.grant().id());
    }

    /** Whether this one token was ended by itself, at once or with a grace period, rather than with its family. */
    public synchronized boolean isEnded(IssuedToken token) {
        return endings.containsKey(token.secret());
    }

    /** The living grants of this person at this party. */
    public synchronized List<Grant> livingGrants(String party, String person) {
        return grants.values().stream()
                .filter(grant -> grant.party().equals(party)
                        && grant.person().equals(person)
                        && !endedGrants.containsKey(grant.id()))
                .toList();
    }

    private void write(Entry entry) {
        journal.append(TOPIC, EntryLines.write(entry));
        apply(entry);
    }

    private void apply(Entry entry) {
        switch (entry) {
            case Entry.Called(Instant at, String party, Endpoint endpoint) -> {
                calls.computeIfAbsent(party, p -> new EnumMap<>(Endpoint.class)).merge(endpoint, 1, Integer::sum);
                tell(at, What.CALLED, party, endpoint.name());
            }
            case Entry.GrantBegun(Instant at, Grant grant) -> {
                grants.put(grant.id(), grant);
                tell(at, What.GRANT_BEGUN, grant.id(), grant.person());
            }
            case Entry.Issued(Instant at, IssuedToken token) -> {
                tokens.put(token.secret(), token);
                tell(at, What.ISSUED, token.id(), token.grant().id());
            }
            case Entry.Presented(Instant at, String secret) -> {
                presentations.merge(secret, 1, Integer::sum);
                tell(at, What.PRESENTED, idOf(secret), "");
            }
            case Entry.Ended ended -> {
                endings.putIfAbsent(ended.secret(), ended);
                tell(ended.at(), What.ENDED, idOf(ended.secret()), ended.why());
            }
            case Entry.GrantEnded(Instant at, String grantId, String why) -> {
                endedGrants.put(grantId, why);
                tell(at, What.GRANT_ENDED, grantId, why);
            }
        }
    }

    private void tell(Instant at, What what, String subject, String detail) {
        events.add(new LedgerEvent(at, what, subject, detail));
    }

    private String idOf(String secret) {
        return Optional.ofNullable(tokens.get(secret)).map(IssuedToken::id).orElse("a stranger");
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
        IssuedToken token = tokens.get(secret);
        return token != null && token.kind() == kind && isLive(token);
    }

    @Override
    public synchronized Optional<Grant> familyOf(String token) {
        return Optional.ofNullable(tokens.get(token)).map(IssuedToken::grant);
    }

    @Override
    public synchronized Optional<String> endOf(Grant grant) {
        return Optional.ofNullable(endedGrants.get(grant.id()));
    }

    @Override
    public synchronized int presentationsOf(String token) {
        return presentations.getOrDefault(token, 0);
    }

    @Override
    public int exchangesOf(String code) {
        return presentationsOf(code);
    }

    @Override
    public synchronized int refreshCalls() {
        return calls.values().stream()
                .mapToInt(counts -> counts.getOrDefault(Endpoint.REFRESH, 0))
                .sum();
    }

    @Override
    public synchronized int tokenCalls(String party) {
        return calls(party, Endpoint.EXCHANGE)
                + calls(party, Endpoint.REFRESH)
                + calls(party, Endpoint.CLIENT_CREDENTIALS);
    }

    @Override
    public synchronized int calls(String party, Endpoint endpoint) {
        return calls.getOrDefault(party, Map.of()).getOrDefault(endpoint, 0);
    }

    @Override
    public synchronized Set<String> liveRefreshTokens(String party, String person) {
        return tokens.values().stream()
                .filter(token -> token.kind() == TokenKind.REFRESH
                        && token.grant().party().equals(party)
                        && token.grant().person().equals(person)
                        && isLive(token))
                .map(IssuedToken::secret)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized List<Grant> grants() {
        return List.copyOf(grants.values());
    }

    @Override
    public synchronized List<IssuedToken> tokens() {
        return List.copyOf(tokens.values());
    }

    @Override
    public synchronized List<LedgerEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public synchronized Set<String> issuedSecrets() {
        return Set.copyOf(tokens.keySet());
    }
}
