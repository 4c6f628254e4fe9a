package dev.patchbay.usecase.merge;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.merge.Holdings;
import dev.patchbay.domain.merge.MergeChoice;
import dev.patchbay.domain.merge.MergeDraft;
import dev.patchbay.domain.merge.MergeProof;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.account.Merges;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.merge.Merging.GivenUp;
import dev.patchbay.usecase.merge.SealAgain.Sealing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes one account of two, for somebody who proved both from one session. First it shows what would happen; then, when the person says so,
 * exactly that happens, all at once or not at all.
 */
public final class MergeAccounts {
    /** Renewals take seconds; whoever merges in the middle of one is told to come back then. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final int TRIES = 3;

    private final Accounts accounts;
    private final Merges merges;
    private final Sessions sessions;
    private final ReadHoldings readHoldings;
    private final SealAgain sealAgain;
    private final GiveUpGrants giveUpGrants;
    private final NoteMerge noteMerge;
    private final TokenVault vault;
    private final Clock clock;

    public MergeAccounts(
            Accounts accounts,
            Merges merges,
            Sessions sessions,
            ReadHoldings readHoldings,
            SealAgain sealAgain,
            GiveUpGrants giveUpGrants,
            NoteMerge noteMerge,
            TokenVault vault,
            Clock clock) {
        this.accounts = accounts;
        this.merges = merges;
        this.sessions = sessions;
        this.readHoldings = readHoldings;
        this.sealAgain = sealAgain;
        this.giveUpGrants = giveUpGrants;
        this.noteMerge = noteMerge;
        this.vault = vault;
        this.clock = clock;
    }

    /** What would happen with that choice; empty when this session has proven no second account. Changes nothing. */
    public Optional<MergePreview> preview(SignedIn who, MergeChoice choice) {
        return proof(who).flatMap(proof -> preview(proof, choice));
    }

    private Optional<MergeProof> proof(SignedIn who) {
        return who.session().flatMap(session -> merges.proven(who.account(), session, clock.instant()));
    }

    private Optional<MergePreview> preview(MergeProof proof, MergeChoice choice) {
        Instant now = clock.instant();
        MergeDraft draft = readHoldings.draft(proof, choice, now);
        Optional<Account> kept = accounts.find(draft.kept().account());
        Optional<Account> ended = accounts.find(draft.ended().account());
        int ending = (int) Stream.of(draft.kept(), draft.ended())
                .flatMap(side -> sessions.alive(side.account(), now).stream())
                .filter(session -> choice.keepOther() || !session.id().equals(proof.session()))
                .count();
        return kept.isPresent() && ended.isPresent()
                ? Optional.of(new MergePreview(kept.get(), ended.get(), draft, ending, nameOf(draft), proof.until()))
                : Optional.empty();
    }

    /** Forgets the proof. @return false when there was none */
    public boolean withdraw(SignedIn who) {
        return who.session()
                .filter(session -> merges.withdraw(who.account(), session))
                .isPresent();
    }

    /** Does it, if it still is what the preview of that name showed. */
    public Merging confirm(SignedIn who, MergeChoice choice, Fingerprint seen) {
        for (int i = 0; i < TRIES; i++) {
            Optional<MergeProof> proof = proof(who);
            if (proof.isEmpty()) {
                return new Merging.NothingProven();
            }
            MergeDraft draft = readHoldings.draft(proof.get(), choice, clock.instant());
            if (!nameOf(draft).equals(seen)) {
                return new Merging.PreviewChanged();
            }
            Optional<Merging> ending =
                    switch (sealAgain.seal(proof.get(), draft)) {
                        case Sealing.Unreadable(var platform) -> Optional.of(new Merging.Unreadable(platform));
                        case Sealing.Ready ready -> merge(ready, draft);
                    };
            if (ending.isPresent()) {
                return ending.get();
            }
        }
        return new Merging.Busy(clock.instant().plus(PAUSE));
    }

    /** Empty when it is to be read again. */
    private Optional<Merging> merge(Sealing.Ready ready, MergeDraft draft) {
        List<GiveUpGrants.Leftover> leftovers = giveUpGrants.read(draft);
        Instant soon = clock.instant().plus(PAUSE);
        return switch (merges.merge(ready.merge(), clock.instant())) {
            case Merges.Outcome.Done() -> Optional.of(done(draft, leftovers));
            case Merges.Outcome.NotProven() -> Optional.of(new Merging.NothingProven());
            case Merges.Outcome.Busy(var until) ->
                Optional.of(new Merging.Busy(until.filter(soon::isBefore).orElse(soon)));
            case Merges.Outcome.Changed() -> Optional.empty();
        };
    }

    private Merging done(MergeDraft draft, List<GiveUpGrants.Leftover> leftovers) {
        // The grants first: nobody could end them any more if a note failed.
        List<GivenUp> givenUp = leftovers.stream().map(giveUpGrants::end).toList();
        noteMerge.done(draft);
        // They are gone from the store; this process forgets them too.
        vault.destroyKeysOf(draft.ended().account());
        return new Merging.Done(
                draft.kept().account(),
                draft.ended().account(),
                draft,
                givenUp,
                draft.choice().keepOther());
    }

    /** Of what a person is shown; renewals in between change nothing of it. */
    private static Fingerprint nameOf(MergeDraft draft) {
        String shown = Stream.of(
                        Stream.of(draft.kept(), draft.ended()).flatMap(MergeAccounts::shown),
                        draft.conflicts().stream(),
                        draft.connectionsLost().stream().map(Connection::id))
                .flatMap(part -> part)
                .map(Object::toString)
                .reduce("", (one, other) -> one + "\n" + other);
        return Secret.of(shown).fingerprint();
    }

    private static Stream<Object> shown(Holdings of) {
        return Stream.of(
                        Stream.of(of.account()),
                        of.methods().stream()
                                .map(method -> method.identity().provider() + " "
                                        + method.identity().issuer() + " "
                                        + method.identity().subject()),
                        of.connections().stream().map(row -> row.id() + " " + row.app()),
                        of.parked().stream().map(grant -> grant.id()),
                        of.apps().stream().map(app -> app.id() + " " + app.since()),
                        of.seats().stream().map(seat -> seat.id()),
                        of.chats().stream().map(chat -> chat.user()))
                .flatMap(part -> part);
    }
}
