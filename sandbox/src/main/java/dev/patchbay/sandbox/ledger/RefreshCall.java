package dev.patchbay.sandbox.ledger;

import dev.patchbay.sandbox.web.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One call with {@code grant_type=refresh_token}, as far as it had come when the ledger was asked.
 *
 * @param number counts such calls at all parties, in the order they were received, from 1
 * @param party who was called
 * @param presented the refresh token that was sent; empty if it is not one of the party's
 * @param receivedAt when the request was there
 * @param processedAt when the party had decided it, well or not; empty before, and for ever if a fault struck instead
 * @param issued what it brought: an access token, and whatever came with it; empty unless it was granted
 * @param answer what became of the answer; empty while there is none
 * @param answeredAt when the answer went, or was lost. It is handed to the system then: whether the caller still lived to
 *     read it is not known here, nor when a caller stopped waiting
 */
public record RefreshCall(
        int number,
        String party,
        Optional<IssuedToken> presented,
        Instant receivedAt,
        Optional<Instant> processedAt,
        List<IssuedToken> issued,
        Optional<Delivery> answer,
        Optional<Instant> answeredAt) {

    static RefreshCall received(int number, String party, Optional<IssuedToken> presented, Instant at) {
        return new RefreshCall(
                number, party, presented, at, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    RefreshCall processed(Instant at, List<IssuedToken> tokens) {
        return new RefreshCall(
                number, party, presented, receivedAt, Optional.of(at), List.copyOf(tokens), answer, answeredAt);
    }

    RefreshCall answered(Instant at, Delivery how) {
        return new RefreshCall(
                number, party, presented, receivedAt, processedAt, issued, Optional.of(how), Optional.of(at));
    }

    /** The grant it was about; empty if the token sent is not one of the party's. */
    public Optional<Grant> grant() {
        return presented.map(IssuedToken::grant);
    }

    /** The refresh token it brought; empty if it was refused or the party did not rotate. */
    public Optional<IssuedToken> successor() {
        return issued.stream()
                .filter(token -> token.kind() == TokenKind.REFRESH)
                .findFirst();
    }

    /** Whether the party granted it. */
    public boolean isGranted() {
        return !issued.isEmpty();
    }

    /** Whether the whole answer went. */
    public boolean isAnswered() {
        return answer.filter(Delivery.WHOLE::equals).isPresent();
    }

    /** Whether no answer has gone and none was lost: the call is in flight. */
    public boolean isInFlight() {
        return answer.isEmpty();
    }
}
