package dev.patchbay.domain.clientapp;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A place for somebody else in an app that a person brought. The owner's own is number 1, which nobody gives away and nobody keeps a
 * record of.
 *
 * @param app has an owner
 * @param number from 2 to the platform's limit; an app has each at most once
 * @param label for whom it is, in the owner's words
 */
public record Seat(SeatId id, ClientAppId app, int number, DisplayName label, Instant offeredAt, State state) {
    /** The first number that can be given away. */
    public static final int FIRST = 2;

    /** How long an invitation is good for. */
    public static final Duration OFFER_LIFE = Duration.ofDays(7);

    public Seat {
        if (app.owner().isEmpty() || number < FIRST) {
            throw new IllegalArgumentException("a seat is in somebody's own app and is not the owner's");
        }
    }

    /** Whether somebody sits there. */
    public sealed interface State {
        /** Nobody does: its invitation can be used before that time. */
        record Offered(Instant until) implements State {}

        record Taken(AccountId by, Instant since) implements State {}
    }

    public AccountId owner() {
        return app.owner().orElseThrow();
    }

    /** Who sits there; empty while it is only offered. */
    public Optional<AccountId> holder() {
        return switch (state) {
            case State.Offered offered -> Optional.empty();
            case State.Taken(var by, var since) -> Optional.of(by);
        };
    }
}
