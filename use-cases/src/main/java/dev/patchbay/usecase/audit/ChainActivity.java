package dev.patchbay.usecase.audit;

import dev.patchbay.domain.activity.AuditChain;
import dev.patchbay.domain.activity.AuditHead;
import dev.patchbay.domain.activity.AuditLink;
import dev.patchbay.domain.activity.Noted;
import dev.patchbay.port.activity.AuditKey;
import dev.patchbay.port.activity.AuditLog;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/**
 * Chains events that were noted lately. Run every few seconds by every process: whoever appends first wins, the others find nothing left. A
 * process that dies between noting and chaining leaves that to the next run, here or elsewhere.
 */
public final class ChainActivity {
    private static final System.Logger LOG = System.getLogger(ChainActivity.class.getName());

    /** So that one run ends, however much there is. */
    private static final int MOST_ROUNDS = 200;

    private final AuditLog log;
    private final AuditKey key;

    public ChainActivity(AuditLog log, AuditKey key) {
        this.log = log;
        this.key = key;
    }

    /**
     * Chains what waits.
     *
     * @return how many events
     * @throws dev.patchbay.port.StoreUnavailable when the store does not answer
     */
    public int run() {
        int chained = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<AuditLink> last = log.last();
            List<Noted> waiting = log.waiting(AuditLog.MOST);
            if (waiting.isEmpty()) {
                return chained;
            }
            AuditChain chain = key.chain();
            // Those from before the chain come first, and alone; once it has a signed link, none is taken in without a
            // signature.
            boolean adopt = last.map(AuditLink::adopted).orElse(true);
            List<Noted> unsigned =
                    waiting.stream().filter(noted -> noted.mark().isEmpty()).toList();
            boolean adopting = adopt && !unsigned.isEmpty();
            List<Noted> batch = adopting ? unsigned : waiting;
            List<Noted> adopted = adopting
                    ? unsigned.stream()
                            .map(one -> new Noted(one.row(), one.event(), Optional.of(chain.adoption(one))))
                            .toList()
                    : List.of();
            if (!log.append(chain.extend(last, batch, adopting), adopted)) {
                // Another process chains; it has what we read.
                return chained;
            }
            chained += batch.size();
        }
        return chained;
    }

    /** Writes the chain's end to the service's log, where whoever can change the store cannot change it. */
    public void tellHead() {
        Optional<AuditHead> head = log.last().map(AuditLink::end);
        head.ifPresent(end -> LOG.log(Level.INFO, "audit chain: {0}", end));
    }
}
