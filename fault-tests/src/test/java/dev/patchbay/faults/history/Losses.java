package dev.patchbay.faults.history;

import dev.patchbay.faults.history.Asked.Answered;
import dev.patchbay.faults.history.LedgerFacts.Access;
import dev.patchbay.faults.history.LedgerFacts.Call;
import dev.patchbay.faults.history.LedgerFacts.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges the connections that need a reconnect in the end, and those that should. */
final class Losses {
    /** From the platform's answer to our commit or spool, on a machine that is busy: a kill later is no excuse. */
    private static final Duration TO_STORE_IT = Duration.ofSeconds(5);

    private static final Duration TO_SEND_IT = Duration.ofSeconds(2);
    private static final Duration TO_TELL_IT = Duration.ofSeconds(120);
    private static final String OUTCOME_UNKNOWN = "rotation_outcome_unknown";

    private final History history;
    private final Set<Fingerprint> lent = new HashSet<>();
    private final List<Violation> found = new ArrayList<>();

    private Losses(History history) {
        this.history = history;
        for (Asked one : history.asked()) {
            if (one.answered() instanceof Answered.Lent(var token)) {
                lent.add(token);
            }
        }
    }

    static List<Violation> check(History history) {
        Losses losses = new Losses(history);
        history.ends().forEach(losses::check);
        return losses.found;
    }

    private void check(EndState end) {
        LedgerFacts facts = Optional.ofNullable(history.ledgers().get(end.link().platform()))
                .orElseGet(LedgerFacts::new);
        Optional<String> grant = facts.newestGrant(end.link().person());
        Optional<Ending> ending = grant.flatMap(facts::ending);
        if (!end.needsReconnect()) {
            if (ending.isPresent() || !end.renewable()) {
                found(
                        Promise.NO_SILENT_LOSS,
                        end + ", though its grant "
                                + ending.map(e -> "ended: " + e).orElse("lives"));
            }
            return;
        }
        if (ending.isEmpty()) {
            found(Promise.NO_FALSE_ALARM, end + ", though its grant lives");
            return;
        }
        if (ending.get().why().equals("withdrawn")) {
            return;
        }
        excuse(end, grant.get(), facts)
                .ifPresentOrElse(
                        interrupted -> told(end, interrupted),
                        () -> found(Promise.NO_AVOIDABLE_LOSS, end + ": " + ending.get()));
    }

    /** The moment at which the answer that would have saved the grant was cut off from us; empty when there is none. */
    private Optional<Instant> excuse(EndState end, String grant, LedgerFacts facts) {
        Optional<Access> unseen = facts.access().entrySet().stream()
                .filter(entry -> entry.getValue().grant().equals(grant))
                .max(Comparator.comparing(entry -> entry.getValue().issuedAt()))
                .filter(entry -> !lent.contains(entry.getKey()))
                .map(java.util.Map.Entry::getValue);
        if (unseen.isEmpty() || !end.link().platform().isStrict()) {
            return Optional.empty();
        }
        Optional<Call> call = facts.calls().stream()
                .filter(one -> one.grant().equals(grant)
                        && !one.received().isAfter(unseen.get().issuedAt()))
                .max(Comparator.comparing(Call::received));
        Instant ended = call.flatMap(Call::ended).orElse(unseen.get().issuedAt());
        if (call.isPresent() && !call.get().whole()) {
            return Optional.of(ended);
        }
        return history.interruptionBetween(unseen.get().issuedAt().minus(TO_SEND_IT), ended.plus(TO_STORE_IT))
                .map(Interruption::at);
    }

    private void told(EndState end, Instant interrupted) {
        if (!end.cause().equals(OUTCOME_UNKNOWN)) {
            found(Promise.LOSS_IS_TOLD, end + ": the cause should be " + OUTCOME_UNKNOWN);
        }
        boolean soon = end.since()
                .map(since -> since.isBefore(interrupted.plus(TO_TELL_IT)))
                .orElse(false);
        if (!soon) {
            found(Promise.LOSS_IS_TOLD, end + ": too late after " + interrupted);
        }
    }

    private void found(Promise promise, String evidence) {
        found.add(new Violation(promise, evidence));
    }
}
