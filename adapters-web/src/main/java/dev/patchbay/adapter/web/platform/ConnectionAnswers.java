package dev.patchbay.adapter.web.platform;

import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.connection.ConnectionHealth.Report;
import dev.patchbay.usecase.connection.ReplaceAccount;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Tells a person how one of their connections is, in short or in full. Safe for many threads. */
@Singleton
final class ConnectionAnswers {
    private final Providers providers;
    private final ReplaceAccount replaceAccount;
    private final ClientApps apps;
    private final Frontend frontend;
    private final Clock clock;

    ConnectionAnswers(
            Providers providers, ReplaceAccount replaceAccount, ClientApps apps, Frontend frontend, Clock clock) {
        this.providers = providers;
        this.replaceAccount = replaceAccount;
        this.apps = apps;
        this.frontend = frontend;
        this.clock = clock;
    }

    StatusResponse status(SignedIn who, Report report) {
        return StatusResponse.of(report, app(report), replacement(who, report), frontend);
    }

    HealthResponse health(SignedIn who, Report report) {
        return HealthResponse.of(report, app(report), replacement(who, report), advice(report), frontend);
    }

    private Optional<String> advice(Report report) {
        return report.connection()
                .flatMap(connection ->
                        providers.platform(connection.platform()).flatMap(party -> party.advice(connection.clocks())));
    }

    private Optional<AppResponse> app(Report report) {
        return report.connection()
                .map(connection -> AppResponse.of(
                        connection,
                        report.app(),
                        apps.usedBy(connection.account(), connection.app()),
                        clock.instant()));
    }

    /** Without a connection there is nothing that could be replaced. */
    private Optional<ParkedGrant> replacement(SignedIn who, Report report) {
        return report.connection().flatMap(connection -> replaceAccount.waiting(who, connection.platform()));
    }
}
