package dev.patchbay.usecase.app;

import dev.patchbay.domain.clientapp.AppFindings;
import java.time.Instant;

/** What came of checking an app before consent. */
public sealed interface Checking {
    record Checked(AppFindings findings) implements Checking {}

    /** The app has no call left for this moment; nothing was asked. @param at when asking makes sense */
    record Later(Instant at) implements Checking {}

    /** The person brought none. */
    record NoApp() implements Checking {}

    /** No platform of that name is here. */
    record UnknownPlatform() implements Checking {}
}
