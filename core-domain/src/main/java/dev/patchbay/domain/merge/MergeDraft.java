package dev.patchbay.domain.merge;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.merge.MergeConflict.Kind;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.SignInMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a merge would do: everything of the account that ends moves, and where one account has room for one thing only, one of the two is
 * lost. Says it; does nothing.
 */
public final class MergeDraft {
    private final Holdings kept;
    private final Holdings ended;
    private final MergeChoice choice;

    public MergeDraft(Holdings kept, Holdings ended, MergeChoice choice) {
        this.kept = kept;
        this.ended = ended;
        this.choice = choice;
    }

    public Holdings kept() {
        return kept;
    }

    public Holdings ended() {
        return ended;
    }

    public MergeChoice choice() {
        return choice;
    }

    /** What both have and only one can stay, by kind and provider. */
    public List<MergeConflict> conflicts() {
        List<MergeConflict> conflicts = new ArrayList<>();
        ended.methods().stream()
                .map(method -> method.identity().provider())
                .filter(kept::hasMethodAt)
                .sorted()
                .forEach(at -> conflicts.add(new MergeConflict(
                        Kind.METHOD, at, choice.methodsOfEnded().contains(at))));
        ended.connections().stream()
                .map(Connection::platform)
                .filter(at -> kept.connectionAt(at).isPresent())
                .sorted()
                .forEach(at -> conflicts.add(new MergeConflict(Kind.CONNECTION, at, isOfEnded(connectionOwner(at)))));
        ended.apps().stream()
                .map(OwnApp::platform)
                .filter(kept::hasAppAt)
                .sorted()
                .forEach(at -> conflicts.add(new MergeConflict(Kind.APP, at, isOfEnded(appOwner(at)))));
        seatsOutside(ended)
                .map(seat -> seat.app().provider())
                .filter(at -> seatsOutside(kept)
                        .anyMatch(seat -> seat.app().provider().equals(at)))
                .sorted()
                .forEach(at -> conflicts.add(new MergeConflict(Kind.SEAT, at, isOfEnded(connectionOwner(at)))));
        return conflicts;
    }

    public List<SignInMethod> methodsMoved() {
        return ended.methods().stream()
                .filter(method -> !methodsLost().contains(method))
                .toList();
    }

    /** They sign in to neither account any more. */
    public List<SignInMethod> methodsLost() {
        return both(Holdings::methods)
                .filter(method -> isLost(Kind.METHOD, method.identity().provider(), method.account()))
                .toList();
    }

    public List<Connection> connectionsMoved() {
        return ended.connections().stream()
                .filter(one -> !connectionsLost().contains(one))
                .toList();
    }

    public List<Connection> connectionsLost() {
        return both(Holdings::connections)
                .filter(one -> isLost(Kind.CONNECTION, one.platform(), one.account()))
                .toList();
    }

    public List<OwnApp> appsMoved() {
        return ended.apps().stream().filter(app -> !appsLost().contains(app)).toList();
    }

    public List<OwnApp> appsLost() {
        return both(Holdings::apps)
                .filter(app -> isLost(Kind.APP, app.platform(), app.owner()))
                .toList();
    }

    public List<Seat> seatsMoved() {
        return ended.seats().stream()
                .filter(seat -> !seatsLost().contains(seat))
                .toList();
    }

    /** Those in the app of the other of the two are lost too: nobody has a seat in their own app. */
    public List<Seat> seatsLost() {
        return both(Holdings::seats)
                .filter(seat -> isOneOfBoth(seat.owner())
                        || isLost(
                                Kind.SEAT, seat.app().provider(), seat.holder().orElseThrow()))
                .toList();
    }

    /** The app's id after the merge: apps of the account that ends are of the other one then. */
    public ClientAppId after(ClientAppId app) {
        boolean moves = appsMoved().stream().anyMatch(moved -> moved.id().equals(app));
        return moves ? new ClientAppId(app.provider(), app.clientId(), Optional.of(kept.account())) : app;
    }

    private boolean isLost(Kind kind, ProviderId at, AccountId whose) {
        return conflicts().stream()
                .anyMatch(conflict -> conflict.kind() == kind
                        && conflict.provider().equals(at)
                        && conflict.ofEnded() != isOfEnded(whose));
    }

    /** Whose connection stays; with one connection, or none, whose other things stay. */
    private AccountId connectionOwner(ProviderId at) {
        boolean endedHas = ended.connectionAt(at).isPresent();
        boolean takeEnded = kept.connectionAt(at).isPresent()
                ? endedHas && choice.connectionsOfEnded().contains(at)
                : endedHas;
        return takeEnded ? ended.account() : kept.account();
    }

    /** Tokens belong to the app that minted them, so that app stays with them. */
    private AccountId appOwner(ProviderId at) {
        Holdings owner = isOfEnded(connectionOwner(at)) ? ended : kept;
        return owner.connectionAt(at)
                .flatMap(one -> one.app().owner())
                .filter(this::isOneOfBoth)
                .orElse(owner.account());
    }

    private Stream<Seat> seatsOutside(Holdings holdings) {
        return holdings.seats().stream().filter(seat -> !isOneOfBoth(seat.owner()));
    }

    private boolean isOneOfBoth(AccountId account) {
        return account.equals(kept.account()) || isOfEnded(account);
    }

    private boolean isOfEnded(AccountId account) {
        return account.equals(ended.account());
    }

    private <T> Stream<T> both(Function<Holdings, List<T>> what) {
        return Stream.concat(what.apply(kept).stream(), what.apply(ended).stream());
    }
}
