package dev.patchbay.domain.clientapp;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What a platform says of the apps that people register there.
 *
 * @param seats how many people one such app may serve, its owner included; empty when there is no such limit
 * @param clientIdShape what its client ids look like and its secrets do not, to notice that the two were swapped; empty when looks do
 *     not tell
 */
public record AppTerms(OptionalInt seats, Optional<Pattern> clientIdShape) {
    /** How many people an app may serve where the platform sets no limit: enough for a circle of friends, and a ledger stays readable. */
    public static final int HOUSE_SEATS = 100;

    /** Nothing is known. */
    public static final AppTerms UNKNOWN = new AppTerms(OptionalInt.empty(), Optional.empty());

    /** Terms of apps that serve that many people, where looks do not tell a client id from a secret. */
    public static AppTerms ofSeats(int seats) {
        return new AppTerms(OptionalInt.of(seats), Optional.empty());
    }

    /** How many people one app may serve here, its owner included. */
    public int seatLimit() {
        return seats.orElse(HOUSE_SEATS);
    }

    /** Whether a text looks like a client id here; empty when looks do not tell. */
    public Optional<Boolean> looksLikeClientId(String pasted) {
        return clientIdShape.map(shape -> shape.matcher(pasted).matches());
    }
}
