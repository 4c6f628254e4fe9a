package dev.patchbay.usecase.seat;

import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.provider.ProviderDescriptor;

/** What came of bringing an invitation, to look at it or to use it. */
public sealed interface Invited {
    /**
     * It is good; when it was used, the seat is theirs now.
     *
     * @param ownerName what the app's owner is called here
     */
    record Welcome(Seat seat, ProviderDescriptor platform, String ownerName) implements Invited {}

    /** It was used, has ended, its time is over, or it is of another platform. */
    record NotGood() implements Invited {}

    /** The app is their own. */
    record YourOwnApp() implements Invited {}

    /** They have a seat there already, which they would have to leave first. @param ownerName whose app that is in */
    record HasSeat(String ownerName) implements Invited {}

    /** No platform of that name is here. */
    record UnknownPlatform() implements Invited {}
}
