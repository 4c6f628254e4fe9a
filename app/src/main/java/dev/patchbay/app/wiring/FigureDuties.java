package dev.patchbay.app.wiring;

import dev.patchbay.adapter.metrics.ConnectionGauges;
import dev.patchbay.adapter.metrics.KeyGauges;
import dev.patchbay.usecase.operator.RenewalTally;
import dev.patchbay.usecase.operator.ShowKeys;
import dev.patchbay.usecase.operator.SumUpConnections;
import jakarta.inject.Singleton;

/** What is counted now and then, for metrics and for operators. Each fails with {@link dev.patchbay.port.StoreUnavailable} in an outage. */
@Singleton
final class FigureDuties {
    private final SumUpConnections sumUp;
    private final ConnectionGauges connectionGauges;
    private final ShowKeys showKeys;
    private final KeyGauges keyGauges;
    private final RenewalTally tally;

    FigureDuties(
            SumUpConnections sumUp,
            ConnectionGauges connectionGauges,
            ShowKeys showKeys,
            KeyGauges keyGauges,
            RenewalTally tally) {
        this.sumUp = sumUp;
        this.connectionGauges = connectionGauges;
        this.showKeys = showKeys;
        this.keyGauges = keyGauges;
        this.tally = tally;
    }

    void connections() {
        SumUpConnections.Sums sums = sumUp.sums();
        connectionGauges.show(sums.apps(), sums.asOf());
    }

    void keys() {
        ShowKeys.Turning turning = showKeys.turning();
        keyGauges.show(turning.vaultKeys(), turning.left());
    }

    void renewals() {
        tally.write();
    }
}
