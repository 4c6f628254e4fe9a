package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.connection.ConnectionHealth.Report;
import dev.patchbay.usecase.refresh.Verdict;
import dev.patchbay.usecase.seat.ShowSeats.Place;
import java.util.Optional;

/**
 * What is to be said of one platform to one person.
 *
 * @param descriptor empty when this service does not speak to the platform any more
 * @param report empty when the platform is gone, and nothing was connected
 * @param sharedApp whether it can be connected with the operator's app
 * @param ownApp whether the person brought an app to it
 * @param seat the one they have in another person's app
 * @param choice between two outside accounts, when one waits for their word
 * @param advice what whoever owns the app had better know
 */
record Card(
        ProviderId platform,
        String name,
        Optional<ProviderDescriptor> descriptor,
        Optional<Report> report,
        boolean sharedApp,
        boolean ownApp,
        Optional<Place> seat,
        Optional<Choice> choice,
        Optional<String> advice) {

    Optional<Connection> connection() {
        return report.flatMap(Report::connection);
    }

    Verdict verdict() {
        return report.map(Report::verdict).orElseGet(Verdict::notConnected);
    }

    /** Whether there is an app to connect it with. With a connection there is one: it was made with it. */
    boolean canConnect() {
        return descriptor.isPresent()
                && (sharedApp || ownApp || seat.isPresent() || connection().isPresent());
    }

    /** Whose app the connection was made with. */
    enum AppOf {
        OPERATOR,
        ME,
        SOMEBODY_ELSE
    }

    /** @param me whose card it is */
    AppOf appOf(AccountId me) {
        return connection()
                .flatMap(connection -> connection.app().owner())
                .map(owner -> owner.equals(me) ? AppOf.ME : AppOf.SOMEBODY_ELSE)
                .orElse(AppOf.OPERATOR);
    }
}
