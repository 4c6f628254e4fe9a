package dev.patchbay.usecase.merge;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.activity.SeatDetail;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.merge.MergeDraft;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.usecase.app.AppConnectionsEnding;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;

/** What a merge leaves to be noted, told and ended. It is done by then, so an outage of the store undoes none of it. */
public final class NoteMerge {
    private static final System.Logger LOG = System.getLogger(NoteMerge.class.getName());

    private final AppConnectionsEnding ending;
    private final AppLists appLists;
    private final Activity activity;
    private final Clock clock;

    public NoteMerge(AppConnectionsEnding ending, AppLists appLists, Activity activity, Clock clock) {
        this.ending = ending;
        this.appLists = appLists;
        this.activity = activity;
        this.clock = clock;
    }

    void done(MergeDraft draft) {
        AccountId kept = draft.kept().account();
        AccountId ended = draft.ended().account();
        LOG.log(Level.INFO, "account {0} became part of {1}", ended, kept);
        try {
            note(kept, Event.Kind.ACCOUNT_MERGED, Optional.empty(), ended.value());
            note(ended, Event.Kind.ACCOUNT_ENDED, Optional.empty(), kept.value());
            draft.methodsLost()
                    .forEach(method -> note(
                            kept,
                            Event.Kind.METHOD_UNLINKED,
                            Optional.of(method.identity().provider()),
                            "merge"));
            draft.connectionsLost()
                    .forEach(row -> note(kept, Event.Kind.PLATFORM_DISCONNECTED, Optional.of(row.platform()), "merge"));
            draft.appsLost().forEach(app -> end(kept, app));
            draft.seatsLost().stream()
                    .filter(seat -> !seat.owner().equals(kept) && !seat.owner().equals(ended))
                    .forEach(this::tellOwner);
        } catch (StoreUnavailable outage) {
            LOG.log(Level.WARNING, "the merge of {0} into {1} is done and not noted in full", ended, kept);
        }
    }

    /** The app went first, so connections without one say so themselves until they are ended here. */
    private void end(AccountId kept, OwnApp app) {
        ending.end(app.id());
        appLists.forgetAll(app.id());
        note(kept, Event.Kind.APP_REMOVED, Optional.of(app.platform()), "merge");
    }

    private void tellOwner(Seat seat) {
        note(
                seat.owner(),
                Event.Kind.SEAT_ENDED,
                Optional.of(seat.app().provider()),
                new SeatDetail(seat.number(), SeatDetail.Side.OWN_APP).text());
    }

    private void note(AccountId account, Event.Kind kind, Optional<ProviderId> provider, String detail) {
        activity.add(new Event(account, kind, provider, detail, clock.instant()));
    }
}
