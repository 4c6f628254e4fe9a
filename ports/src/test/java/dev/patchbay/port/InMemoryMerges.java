package dev.patchbay.port;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.merge.Change;
import dev.patchbay.domain.merge.Holdings;
import dev.patchbay.domain.merge.Merge;
import dev.patchbay.domain.merge.MergeDraft;
import dev.patchbay.domain.merge.MergeProof;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.InMemoryState.Parking;
import dev.patchbay.port.account.Merges;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class InMemoryMerges implements Merges {

    private final InMemoryState state;

    InMemoryMerges(InMemoryState state) {
        this.state = state;
    }

    @Override
    public void prove(MergeProof proof) {
        state.run(() -> {
            state.requireAccount(proof.account());
            state.requireAccount(proof.other());
            state.mergeProofs.put(proof.account(), proof);
        });
    }

    @Override
    public Optional<MergeProof> proven(AccountId account, SessionId session, Instant now) {
        return state.act(() -> find(account, session).filter(proof -> now.isBefore(proof.until())));
    }

    @Override
    public boolean withdraw(AccountId account, SessionId session) {
        return state.act(() -> {
            Optional<MergeProof> found = find(account, session);
            found.ifPresent(proof -> state.mergeProofs.remove(account));
            return found.isPresent();
        });
    }

    private Optional<MergeProof> find(AccountId account, SessionId session) {
        return Optional.ofNullable(state.mergeProofs.get(account))
                .filter(proof -> proof.session().equals(session));
    }

    @Override
    public Optional<AccountId> mergedInto(AccountId ended) {
        return state.act(() -> Optional.ofNullable(state.merged.get(ended)));
    }

    @Override
    public int purge(Instant before) {
        return state.act(() -> {
            int there = state.mergeProofs.size();
            state.mergeProofs.values().removeIf(proof -> proof.until().isBefore(before));
            return there - state.mergeProofs.size();
        });
    }

    @Override
    public Outcome merge(Merge merge, Instant now) {
        return state.act(() -> {
            MergeProof proof = merge.proof();
            if (!Optional.ofNullable(state.mergeProofs.get(proof.account())).equals(Optional.of(proof))
                    || !now.isBefore(proof.until())) {
                return new Outcome.NotProven();
            }
            if (!isAsItWasRead(merge)) {
                return new Outcome.Changed();
            }
            Optional<Shelved> busy =
                    concerned(merge).filter(InMemoryMerges::isBusy).findFirst();
            if (busy.isPresent()) {
                return new Outcome.Busy(busy.get().held().map(Held::until));
            }
            move(merge, now);
            return new Outcome.Done();
        });
    }

    private static boolean isBusy(Shelved row) {
        boolean mayBeRenewed =
                switch (row.connection().standing()) {
                    case Standing.Active _, Standing.Waiting _ -> true;
                    case Standing.NeedsReconnect _, Standing.Quarantined _, Standing.Restored _ -> false;
                };
        return row.held().isPresent() || (mayBeRenewed && row.askedAt().isPresent());
    }

    private Stream<Shelved> concerned(Merge merge) {
        return concernedBefore(merge).map(before -> state.connections.get(before.id()));
    }

    private static Stream<Connection> concernedBefore(Merge merge) {
        return Stream.concat(
                merge.connections().stream().map(Change::before), merge.draft().connectionsLost().stream());
    }

    private boolean isAsItWasRead(Merge merge) {
        MergeDraft draft = merge.draft();
        return Stream.of(draft.kept(), draft.ended()).allMatch(this::isAsItWasRead)
                && concernedBefore(merge).allMatch(before -> Optional.ofNullable(state.connections.get(before.id()))
                        .map(Shelved::connection)
                        .filter(before::equals)
                        .isPresent())
                && draft.appsMoved().stream().allMatch(app -> state.connections.values().stream()
                        .map(Shelved::connection)
                        .filter(row -> row.app().equals(app.id()))
                        .allMatch(row -> concernedBefore(merge).anyMatch(row::equals)));
    }

    private boolean isAsItWasRead(Holdings read) {
        AccountId account = read.account();
        return state.accounts.containsKey(account)
                && same(
                        read.methods().stream().map(SignInMethod::identity),
                        state.methods.stream()
                                .filter(method -> method.account().equals(account))
                                .map(SignInMethod::identity))
                && same(
                        read.connections().stream().map(Connection::id),
                        state.connections.values().stream()
                                .map(Shelved::connection)
                                .filter(row -> row.account().equals(account))
                                .map(Connection::id))
                && same(read.apps().stream(), state.ownApps.values().stream().filter(app -> app.owner()
                        .equals(account)))
                && same(
                        read.seats().stream().map(Seat::id),
                        state.seats.stream()
                                .map(InMemorySeats.Kept::seat)
                                .filter(seat -> seat.holder().equals(Optional.of(account)))
                                .map(Seat::id))
                && same(
                        read.parked().stream().map(ParkedGrant::id),
                        state.parked.values().stream()
                                .filter(grant -> grant.account().equals(account))
                                .map(ParkedGrant::id));
    }

    private static <T> boolean same(Stream<T> one, Stream<T> other) {
        Set<T> left = new HashSet<>(one.toList());
        return left.equals(new HashSet<>(other.toList()));
    }

    private void move(Merge merge, Instant now) {
        MergeDraft draft = merge.draft();
        AccountId kept = merge.kept();
        AccountId ended = merge.ended();
        state.mergeProofs
                .values()
                .removeIf(proof -> Set.of(kept, ended).contains(proof.account())
                        || Set.of(kept, ended).contains(proof.other()));
        state.methods.removeIf(draft.methodsLost()::contains);
        state.methods.replaceAll(method -> method.account().equals(ended)
                ? new SignInMethod(kept, method.identity(), method.linkedAt(), method.lastUsedAt())
                : method);
        draft.connectionsLost().forEach(lost -> state.connections.remove(lost.id()));
        merge.connections()
                .forEach(change -> state.connections.computeIfPresent(
                        change.before().id(), (same, row) -> Shelved.fresh(change.after(), row.fence())));
        moveApps(merge);
        state.parked.keySet().removeIf(parking -> parking.account().equals(ended));
        state.chat.chats.replaceAll((user, chat) -> chat.account().equals(ended)
                ? new Chat(user, kept, chat.language(), chat.mutedSince(), chat.since())
                : chat);
        state.chat.links.values().removeIf(link -> link.claim().stream()
                .anyMatch(claim -> claim.account().equals(ended)));
        Set<AccountId> both = Set.of(kept, ended);
        state.attempts
                .values()
                .removeIf(attempt -> attempt.account().filter(both::contains).isPresent());
        state.usedAttempts.retainAll(state.attempts.keySet());
        state.handoffs.values().removeIf(handoff -> !state.attempts.containsKey(handoff.attempt()));
        state.sessions.values().removeIf(session -> session.account().equals(ended));
        state.sessions.replaceAll((id, session) -> session.account().equals(kept)
                        && !id.equals(merge.proof().session())
                        && session.endedAt().isEmpty()
                ? new Session(
                        id,
                        kept,
                        session.via(),
                        session.device(),
                        session.startedAt(),
                        session.expiresAt(),
                        Optional.of(now))
                : session);
        state.dataKeys.remove(KeyOwner.of(ended).name());
        state.merged.replaceAll((trail, into) -> into.equals(ended) ? kept : into);
        state.merged.put(ended, kept);
        state.accounts.remove(ended);
    }

    private void moveApps(Merge merge) {
        AccountId kept = merge.kept();
        AccountId ended = merge.ended();
        MergeDraft draft = merge.draft();
        Set<ClientAppId> lost =
                new HashSet<>(draft.appsLost().stream().map(OwnApp::id).toList());
        state.seats.removeIf(seat -> draft.seatsLost().stream()
                        .anyMatch(gone -> gone.id().equals(seat.seat().id()))
                || lost.contains(seat.seat().app()));
        draft.appsLost().forEach(app -> state.ownApps.remove(new Parking(app.owner(), app.platform())));
        Map<ClientAppId, ClientAppId> renamed = new HashMap<>();
        for (Change<OwnApp> change : merge.apps()) {
            renamed.put(change.before().id(), change.after().id());
            state.ownApps.remove(new Parking(ended, change.before().platform()));
            state.ownApps.put(new Parking(kept, change.after().platform()), change.after());
        }
        state.seats.replaceAll(held -> {
            Seat seat = held.seat();
            Seat.State stateNow = seat.state() instanceof Seat.State.Taken(var by, var since) && by.equals(ended)
                    ? new Seat.State.Taken(kept, since)
                    : seat.state();
            ClientAppId app = renamed.getOrDefault(seat.app(), seat.app());
            return new InMemorySeats.Kept(
                    new Seat(seat.id(), app, seat.number(), seat.label(), seat.offeredAt(), stateNow),
                    held.invitation());
        });
        Map<InMemoryAppLists.Listing, Instant> missing = new HashMap<>();
        state.missing.forEach((note, since) -> missing.putIfAbsent(
                new InMemoryAppLists.Listing(
                        renamed.getOrDefault(note.app(), note.app()),
                        note.account().equals(ended) ? kept : note.account()),
                since));
        state.missing.clear();
        state.missing.putAll(missing);
        renamed.forEach((before, after) -> {
            Optional.ofNullable(state.conditions.remove(before)).ifPresent(of -> state.conditions.put(after, of));
            Optional.ofNullable(state.nextFree.remove(before)).ifPresent(at -> state.nextFree.put(after, at));
        });
        state.parked.replaceAll((parking, grant) -> new ParkedGrant(
                grant.id(),
                grant.account(),
                grant.platform(),
                renamed.getOrDefault(grant.app(), grant.app()),
                grant.who(),
                grant.scopes(),
                grant.clocks(),
                grant.tokens(),
                grant.expiresAt()));
        state.attempts.values().removeIf(attempt -> renamed.containsKey(attempt.app()));
    }
}
