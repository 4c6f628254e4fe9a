package dev.patchbay.usecase.merge;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.merge.Holdings;
import dev.patchbay.domain.merge.MergeChoice;
import dev.patchbay.domain.merge.MergeDraft;
import dev.patchbay.domain.merge.MergeProof;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.ParkedGrants;
import dev.patchbay.port.signin.SignInMethods;
import java.time.Instant;
import java.util.List;

/** Reads what two accounts have. */
public final class ReadHoldings {
    private final SignInMethods methods;
    private final Connections connections;
    private final ParkedGrants parkedGrants;
    private final OwnApps ownApps;
    private final Seats seats;
    private final Chats chats;

    public ReadHoldings(
            SignInMethods methods,
            Connections connections,
            ParkedGrants parkedGrants,
            OwnApps ownApps,
            Seats seats,
            Chats chats) {
        this.methods = methods;
        this.connections = connections;
        this.parkedGrants = parkedGrants;
        this.ownApps = ownApps;
        this.seats = seats;
        this.chats = chats;
    }

    MergeDraft draft(MergeProof proof, MergeChoice choice, Instant now) {
        AccountId kept = choice.keepOther() ? proof.other() : proof.account();
        return new MergeDraft(of(kept, now), of(proof.besides(kept), now), choice);
    }

    private Holdings of(AccountId account, Instant now) {
        List<Connection> connected = connections.of(account);
        return new Holdings(
                account,
                methods.of(account),
                connected,
                // A grant waits only to take the place of a connection.
                connected.stream()
                        .flatMap(row -> parkedGrants.find(account, row.platform(), now).stream())
                        .toList(),
                ownApps.of(account),
                seats.heldBy(account),
                chats.of(account));
    }
}
