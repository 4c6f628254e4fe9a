package dev.patchbay.sandbox.ledger;

import dev.patchbay.sandbox.ledger.LedgerEvent.What;
import dev.patchbay.sandbox.web.Delivery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all entries so far come to. Each entry costs the same however many there were. Guarded by the books' lock. */
final class Sum {
    private final Families families = new Families();
    private final Calls calls = new Calls();
    private final Growing<IssuedToken> tokens = new Growing<>();
    private final Map<String, IssuedToken> bySecret = new HashMap<>();
    private final Map<String, Entry.Ended> endings = new HashMap<>();
    private final Map<String, Integer> presentations = new HashMap<>();
    private final Growing<LedgerEvent> events = new Growing<>();

    Families families() {
        return families;
    }

    Calls calls() {
        return calls;
    }

    Growing<IssuedToken> tokens() {
        return tokens;
    }

    Growing<LedgerEvent> events() {
        return events;
    }

    Set<String> secrets() {
        return Set.copyOf(bySecret.keySet());
    }

    Optional<IssuedToken> issued(String secret) {
        return Optional.ofNullable(bySecret.get(secret));
    }

    int presentationsOf(String secret) {
        return presentations.getOrDefault(secret, 0);
    }

    boolean isEnded(IssuedToken token) {
        return endings.containsKey(token.secret());
    }

    Instant acceptedUntil(IssuedToken token) {
        Instant until = families.of(token.grant()).endOr(token.expiresAt());
        Entry.Ended ending = endings.get(token.secret());
        return ending == null || until.isBefore(ending.from()) ? until : ending.from();
    }

    void apply(Entry entry) {
        switch (entry) {
            case Entry.Called(Instant at, String party, Endpoint endpoint) -> {
                calls.called(party, endpoint);
                tell(at, What.CALLED, party, endpoint.name());
            }
            case Entry.GrantBegun(Instant at, Grant grant) -> {
                families.add(grant);
                tell(at, What.GRANT_BEGUN, grant.id(), grant.person());
            }
            case Entry.Issued(Instant at, IssuedToken token) -> {
                tokens.add(token);
                bySecret.put(token.secret(), token);
                families.of(token.grant()).issued(token);
                tell(at, What.ISSUED, token.id(), token.grant().id());
            }
            case Entry.Presented(Instant at, String secret) -> {
                presentations.merge(secret, 1, Integer::sum);
                tell(at, What.PRESENTED, idOf(secret), "");
            }
            case Entry.Ended ended -> {
                if (endings.putIfAbsent(ended.secret(), ended) == null) {
                    issued(ended.secret())
                            .ifPresent(token -> families.of(token.grant()).tokenEnded(ended));
                }
                tell(ended.at(), What.ENDED, idOf(ended.secret()), ended.why());
            }
            case Entry.GrantEnded ended -> {
                families.of(ended.grantId()).ended(ended);
                tell(ended.at(), What.GRANT_ENDED, ended.grantId(), ended.why());
            }
            case Entry.RefreshReceived(Instant at, int number, String party, String secret) -> {
                Optional<IssuedToken> presented = issued(secret)
                        .filter(token -> token.kind() == TokenKind.REFRESH
                                && token.grant().party().equals(party));
                calls.received(number, party, presented, at);
                presented.ifPresent(token -> families.of(token.grant()).refreshReceived(number));
            }
            case Entry.RefreshProcessed(Instant at, int number, List<String> issued) -> {
                calls.processed(
                        number,
                        at,
                        issued.stream()
                                .map(this::issued)
                                .flatMap(Optional::stream)
                                .toList());
                tell(at, What.REFRESH_PROCESSED, "refresh-call-" + number, Integer.toString(issued.size()));
            }
            case Entry.RefreshAnswered(Instant at, int number, Delivery how) -> {
                if (calls.answered(number, at, how)) {
                    calls.refresh(number).grant().ifPresent(grant -> families.of(grant)
                            .refreshAnswered());
                }
                tell(at, What.REFRESH_ANSWERED, "refresh-call-" + number, how.name());
            }
        }
    }

    private void tell(Instant at, What what, String subject, String detail) {
        events.add(new LedgerEvent(at, what, subject, detail));
    }

    private String idOf(String secret) {
        return issued(secret).map(IssuedToken::id).orElse("a stranger");
    }
}
