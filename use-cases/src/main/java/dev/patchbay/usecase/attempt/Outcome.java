package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.Session;

/** How an attempt ended once its proof was given. */
public sealed interface Outcome {
    /**
     * Somebody is signed in.
     *
     * @param firstTime whether the account was made just now
     */
    record SignedIn(Session session, boolean firstTime) implements Outcome {}

    record Linked(ProviderId provider) implements Outcome {}

    /** Another account was proven to be the same person's; the two can be merged now. */
    record MergeProven(ProviderId provider) implements Outcome {}

    record Connected(Connection connection) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}

    /** The platform itself says no to this person or app: seats, Premium, quota, scopes. */
    record Withheld(Cause cause, ClientAppId app) implements Outcome {}
}
