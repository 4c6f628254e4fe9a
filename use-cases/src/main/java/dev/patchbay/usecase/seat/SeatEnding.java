package dev.patchbay.usecase.seat;

import dev.patchbay.usecase.app.AffectedConnection;
import java.util.List;

/** What came of ending a seat. */
public sealed interface SeatEnding {
    /** It is gone, and the connection made with it, if there was one. */
    record Ended(List<AffectedConnection> ended) implements SeatEnding {}

    /** A connection would end; nothing was changed. */
    record NeedsYes(List<AffectedConnection> wouldEnd) implements SeatEnding {}

    /** There is no such seat. */
    record NoSeat() implements SeatEnding {}
}
