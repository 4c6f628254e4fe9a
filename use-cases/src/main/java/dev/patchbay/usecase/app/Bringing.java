package dev.patchbay.usecase.app;

import dev.patchbay.domain.clientapp.OwnApp;
import java.util.List;

/** What came of bringing an app. */
public sealed interface Bringing {
    /**
     * It is kept.
     *
     * @param ended connections that ended because another app, or another kind of app, took its place
     */
    record Kept(OwnApp app, List<AffectedConnection> ended) implements Bringing {}

    /** What was pasted cannot be right. @param words a plain sentence that quotes nothing of it */
    record Refused(String words) implements Bringing {}

    /** These connections would end; nothing was changed. */
    record NeedsYes(List<AffectedConnection> wouldEnd) implements Bringing {}

    /** Somebody changed the same app at the same time, again and again; nothing was changed. */
    record Busy() implements Bringing {}

    /** No platform of that name is here. */
    record UnknownPlatform() implements Bringing {}
}
