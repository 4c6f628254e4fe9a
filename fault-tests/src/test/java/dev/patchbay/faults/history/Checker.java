package dev.patchbay.faults.history;

import dev.patchbay.faults.history.Asked.Answered;
import dev.patchbay.faults.history.LedgerFacts.Access;
import dev.patchbay.faults.history.LedgerFacts.Call;
import dev.patchbay.faults.history.LedgerFacts.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/** Lays what clients saw beside what the platforms know. What it finds is a defect of the service, or of the test. */
public final class Checker {
    /** From our own look at the clock to the client's, on a machine that is busy. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(2);

    private static final Set<Integer> TEMPORARY = Set.of(429, 503, 504);

    private final History history;
    private final List<Violation> found = new ArrayList<>();
    private final Map<Link, List<Asked>> byLink = new HashMap<>();

    private Checker(History history) {
        this.history = history;
        for (Asked one : history.asked()) {
            byLink.computeIfAbsent(one.link(), link -> new ArrayList<>()).add(one);
        }
    }

    /** Everything that was broken; empty when all promises were kept. */
    public static List<Violation> check(History history) {
        Checker checker = new Checker(history);
        checker.byLink.forEach(checker::lending);
        checker.byLink.forEach(checker::disconnecting);
        checker.temporaryTrouble();
        history.ledgers().forEach((platform, facts) -> {
            checker.spentTokens(platform.toString(), facts);
            if (platform.isStrict()) {
                checker.overlaps(platform.toString(), facts.calls());
            }
        });
        checker.found.addAll(Losses.check(history));
        return checker.found;
    }

    private void lending(Link link, List<Asked> requests) {
        PriorityQueue<Asked> ended = new PriorityQueue<>(Comparator.comparing(Asked::ended));
        Instant newest = Instant.MIN;
        requests.sort(Comparator.comparing(Asked::began));
        for (Asked one : requests) {
            while (!ended.isEmpty() && ended.peek().ended().isBefore(one.began())) {
                Instant issued = accessOf(ended.poll()).map(Access::issuedAt).orElse(Instant.MIN);
                newest = issued.isAfter(newest) ? issued : newest;
            }
            if (!(one.answered() instanceof Answered.Lent(var token))) {
                continue;
            }
            Optional<Access> known = accessOf(one);
            if (known.isEmpty() || !known.get().person().equals(link.person())) {
                found(
                        Promise.LENT_TO_ITS_OWNER,
                        one + " got " + known.map(Access::toString).orElse("a token of nobody"));
                continue;
            }
            ended.add(one);
            if (known.get().issuedAt().isBefore(newest)) {
                found(Promise.NEVER_OLDER_THAN_ACKNOWLEDGED, one + ", though one of " + newest + " had been lent");
            }
            if (known.get().expiresAt().plus(ON_THE_WAY).isBefore(one.ended())) {
                found(
                        Promise.NEVER_STALE,
                        one + " got " + token + ", which ended at "
                                + known.get().expiresAt());
            }
        }
    }

    private Optional<Access> accessOf(Asked one) {
        return one.answered() instanceof Answered.Lent(var token)
                ? history.access(one.link(), token)
                : Optional.empty();
    }

    /** After an acknowledged disconnect nothing is lent until somebody began to reconnect. */
    private void disconnecting(Link link, List<Asked> requests) {
        List<Asked> ends = requests.stream()
                .filter(one -> one.what() == Asked.What.DISCONNECT && one.answered() instanceof Answered.Done)
                .toList();
        for (Asked end : ends) {
            Instant again = requests.stream()
                    .filter(one ->
                            one.what() == Asked.What.RECONNECT && one.ended().isAfter(end.ended()))
                    .map(Asked::began)
                    .min(Comparator.naturalOrder())
                    .orElse(Instant.MAX);
            requests.stream()
                    .filter(one -> one.answered() instanceof Answered.Lent)
                    .filter(one ->
                            one.began().isAfter(end.ended()) && one.ended().isBefore(again))
                    .forEach(one -> found(Promise.NEVER_STALE, one + " after the disconnect of " + end.ended()));
        }
    }

    private void temporaryTrouble() {
        Map<Link, EndState> ends = new HashMap<>();
        history.ends().forEach(end -> ends.put(end.link(), end));
        for (Asked one : history.asked()) {
            if (!(one.answered() instanceof Answered.Refused(int status, String code, String cause))
                    || TEMPORARY.contains(status)) {
                continue;
            }
            boolean lost = code.equals("reauth_required")
                    && Optional.ofNullable(ends.get(one.link()))
                            .filter(EndState::needsReconnect)
                            .isPresent();
            boolean disconnected = code.equals("not_connected") && isDisconnecting(one);
            if (!lost && !disconnected) {
                found(Promise.TROUBLE_IS_TEMPORARY, one.toString());
            }
        }
    }

    private boolean isDisconnecting(Asked one) {
        return byLink.get(one.link()).stream()
                .anyMatch(other ->
                        other.what() == Asked.What.DISCONNECT && other.began().isBefore(one.ended()));
    }

    /** A client's token proves that the refresh token that came with it was stored; its forerunner is spent from then on. */
    private void spentTokens(String platform, LedgerFacts facts) {
        Map<Fingerprint, Instant> lentAt = new HashMap<>();
        for (Asked one : history.asked()) {
            if (one.answered() instanceof Answered.Lent(var token)) {
                lentAt.merge(token, one.ended(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        // By grant: from when on which refresh token is known to be the stored one, oldest first.
        Map<String, TreeMap<Instant, Access>> stored = new HashMap<>();
        facts.access().forEach((token, access) -> {
            Instant proven = lentAt.get(token);
            if (proven != null && access.refreshToken().isPresent()) {
                stored.computeIfAbsent(access.grant(), grant -> new TreeMap<>()).put(proven, access);
            }
        });
        Map<String, Instant> issued = new HashMap<>();
        facts.access().values().forEach(access -> access.refreshToken()
                .ifPresent(refresh -> issued.put(refresh, access.issuedAt())));
        for (Shown use : facts.shown()) {
            Optional<Access> newer =
                    stored.getOrDefault(use.grant(), new TreeMap<>()).headMap(use.at()).values().stream()
                            .filter(access ->
                                    access.issuedAt().isAfter(issued.getOrDefault(use.refreshToken(), Instant.MIN)))
                            .findFirst();
            newer.ifPresent(access -> found(
                    Promise.NO_SPENT_TOKEN_SHOWN,
                    platform + " was shown " + use + " after "
                            + access.refreshToken().orElse("") + " had been stored"));
        }
    }

    private void overlaps(String platform, List<Call> calls) {
        Map<String, Call> latest = new HashMap<>();
        calls.stream().sorted(Comparator.comparing(Call::received)).forEach(call -> {
            Call before = latest.put(call.grant(), call);
            if (before != null
                    && before.ended().map(end -> end.isAfter(call.received())).orElse(true)) {
                found(Promise.ONE_CALL_AT_A_TIME, platform + " had " + before + " and " + call);
            }
        });
    }

    private void found(Promise promise, String evidence) {
        found.add(new Violation(promise, evidence));
    }
}
