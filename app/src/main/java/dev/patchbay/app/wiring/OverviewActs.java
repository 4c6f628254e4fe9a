package dev.patchbay.app.wiring;

import dev.patchbay.app.ThisVersion;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.clientapp.Paces;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.connection.RenewalCounts;
import dev.patchbay.port.connection.Upkeep;
import dev.patchbay.port.operator.Figures;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.Rewraps;
import dev.patchbay.port.vault.VaultReaders;
import dev.patchbay.usecase.operator.RenewalTally;
import dev.patchbay.usecase.operator.ShowApps;
import dev.patchbay.usecase.operator.ShowKeys;
import dev.patchbay.usecase.operator.ShowOverview;
import dev.patchbay.usecase.operator.ShowRenewals;
import dev.patchbay.usecase.operator.SumUpConnections;
import dev.patchbay.usecase.provider.ListProviders;
import dev.patchbay.usecase.provider.Providers;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** How the whole service does, for metrics and for operators. */
@Factory
final class OverviewActs {
    @Singleton
    RenewalTally renewalTally(RenewalCounts counts, Clock clock) {
        return new RenewalTally(counts, clock);
    }

    @Singleton
    SumUpConnections sumUpConnections(Upkeep upkeep, Clock clock) {
        return new SumUpConnections(upkeep, clock);
    }

    @Singleton
    ShowKeys showKeys(KeyShelf shelf, Rewraps rewraps, Figures figures) {
        return new ShowKeys(shelf, rewraps, figures);
    }

    @Singleton
    ShowApps showApps(
            Providers providers, SharedApps sharedApps, AppLists appLists, Seats seats, Paces paces, Figures figures) {
        return new ShowApps(providers, sharedApps, appLists, seats, paces, figures);
    }

    @Singleton
    ShowOverview showOverview(
            ListProviders listProviders,
            SumUpConnections sumUp,
            ShowApps showApps,
            RenewalCounts renewalCounts,
            ShowKeys showKeys,
            Figures figures,
            VaultReaders processes,
            Presence presence,
            Clock clock) {
        return new ShowOverview(
                listProviders,
                sumUp,
                showApps,
                new ShowRenewals(renewalCounts),
                showKeys,
                figures,
                processes,
                presence,
                ThisVersion.ifKnown(),
                clock);
    }
}
