package dev.patchbay.port;

import static dev.patchbay.port.Fixtures.NOW;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.merge.Change;
import dev.patchbay.domain.merge.Holdings;
import dev.patchbay.domain.merge.Merge;
import dev.patchbay.domain.merge.MergeChoice;
import dev.patchbay.domain.merge.MergeDraft;
import dev.patchbay.domain.merge.MergeProof;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.vault.SealedSecret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Merges as they are read from a store, with envelopes that no vault opens. */
public final class MergeFixtures {

    private MergeFixtures() {}

    /** What that session, just now, proved of another account. */
    public static MergeProof aProofOf(Session session, Account other) {
        return new MergeProof(session.account(), session.id(), other.id(), NOW.plus(MergeProof.LIFE));
    }

    /** Keeps the first account; of nothing. */
    public static Merge nothingOf(MergeProof proof) {
        MergeDraft draft = new MergeDraft(nothing(proof.account()), nothing(proof.other()), MergeChoice.USUAL);
        return new Merge(proof, draft, List.of(), List.of());
    }

    private static Holdings nothing(AccountId account) {
        return new Holdings(account, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Everything as it is in the store now. */
    public static Merge aMerge(Stores stores, MergeProof proof, MergeChoice choice) {
        AccountId kept = choice.keepOther() ? proof.other() : proof.account();
        Holdings ended = holdings(stores, proof.besides(kept));
        MergeDraft draft = new MergeDraft(holdings(stores, kept), ended, choice);
        Stream<Connection> guests = draft.appsMoved().stream()
                .flatMap(app -> stores.appConnections().of(app.id()).stream())
                .filter(row -> !draft.connectionsLost().contains(row));
        return new Merge(
                proof,
                draft,
                Stream.concat(draft.connectionsMoved().stream(), guests)
                        .distinct()
                        .map(row -> new Change<>(row, moved(draft, row)))
                        .toList(),
                draft.appsMoved().stream()
                        .map(app -> new Change<>(app, moved(app, kept)))
                        .toList());
    }

    private static Holdings holdings(Stores stores, AccountId account) {
        return new Holdings(
                account,
                stores.signInMethods().of(account),
                stores.connections().of(account),
                stores.connections().of(account).stream()
                        .flatMap(row -> stores.parkedGrants().find(account, row.platform(), NOW).stream())
                        .toList(),
                stores.ownApps().of(account),
                stores.seats().heldBy(account),
                stores.chats().of(account));
    }

    private static Connection moved(MergeDraft draft, Connection row) {
        AccountId owner =
                row.account().equals(draft.ended().account()) ? draft.kept().account() : row.account();
        SealedTokens tokens = row.tokens();
        return row.moved(
                owner,
                draft.after(row.app()),
                new SealedTokens(
                        tokens.tokenType(),
                        again(tokens.accessToken()),
                        tokens.refreshToken().map(MergeFixtures::again)));
    }

    private static OwnApp moved(OwnApp app, AccountId kept) {
        return app.moved(
                kept,
                app.secret().map(MergeFixtures::again),
                app.previous().map(OwnApp.Previous::secret).map(MergeFixtures::again));
    }

    private static SealedSecret again(SealedSecret sealed) {
        return new SealedSecret(("again " + new String(sealed.envelope(), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.UTF_8));
    }
}
