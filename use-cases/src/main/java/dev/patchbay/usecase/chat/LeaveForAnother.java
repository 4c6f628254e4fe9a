package dev.patchbay.usecase.chat;

import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.usecase.account.EraseAccount;
import dev.patchbay.usecase.chat.LinkChat.Kept;
import java.util.Optional;

/** Whether an account that a chat was given can be left behind, and how: nothing anybody would miss may go with it. */
public final class LeaveForAnother {
    private final Connections connections;
    private final OwnApps ownApps;
    private final Seats seats;
    private final SignInMethods methods;
    private final Chats chats;
    private final EraseAccount eraseAccount;

    public LeaveForAnother(
            Connections connections,
            OwnApps ownApps,
            Seats seats,
            SignInMethods methods,
            Chats chats,
            EraseAccount eraseAccount) {
        this.connections = connections;
        this.ownApps = ownApps;
        this.seats = seats;
        this.methods = methods;
        this.chats = chats;
        this.eraseAccount = eraseAccount;
    }

    /** Why it cannot; empty when it can. */
    Optional<Kept> kept(SignedIn who) {
        if (!connections.of(who.account()).isEmpty()) {
            return Optional.of(Kept.HAS_CONNECTIONS);
        }
        if (!ownApps.of(who.account()).isEmpty()) {
            return Optional.of(Kept.HAS_APPS);
        }
        // It was taken in order to connect, and its invitation is used up: nobody could take it again.
        if (!seats.heldBy(who.account()).isEmpty()) {
            return Optional.of(Kept.HAS_SEAT);
        }
        return methods.of(who.account()).isEmpty() ? Optional.empty() : Optional.of(Kept.HAS_SIGN_IN_METHODS);
    }

    /** The chat is another account's now: erases this one, unless it is used from another chat or something was added meanwhile. */
    void left(SignedIn who) {
        if (chats.of(who.account()).isEmpty() && kept(who).isEmpty()) {
            eraseAccount.erase(who);
        }
    }
}
