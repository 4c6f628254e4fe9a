package dev.patchbay.usecase.app;

import java.util.List;

/** What came of removing an app. */
public sealed interface Removal {
    /** It is gone, and these connections with it. */
    record Removed(List<AffectedConnection> ended) implements Removal {}

    /** These connections would end; nothing was changed. */
    record NeedsYes(List<AffectedConnection> wouldEnd) implements Removal {}

    /** There was none. */
    record NoApp() implements Removal {}

    /** Its owner changed it at the same time; nothing was removed. */
    record Busy() implements Removal {}
}
