package dev.patchbay.usecase.audit;

import dev.patchbay.domain.activity.AuditChain;
import dev.patchbay.domain.activity.AuditFlaw;
import dev.patchbay.domain.activity.AuditHead;
import dev.patchbay.domain.activity.AuditLink;
import dev.patchbay.domain.activity.Linked;
import dev.patchbay.port.activity.AuditKey;
import dev.patchbay.port.activity.AuditLog;
import java.util.List;
import java.util.Optional;

/** Goes through the whole audit chain and says where it is broken first. Reads only; works while events are noted. */
public final class VerifyAudit {
    private final AuditLog log;
    private final AuditKey key;

    public VerifyAudit(AuditLog log, AuditKey key) {
        this.log = log;
        this.key = key;
    }

    /**
     * The first thing that is wrong.
     *
     * @param number of the link; empty when there is none
     * @param row of the event; empty when it is not about one
     */
    public record Broken(AuditFlaw flaw, Optional<Long> number, Optional<Long> row) {}

    /**
     * What was found.
     *
     * @param links how many are sound
     * @param erased how many of their events went with their account
     * @param adopted how many of their events are from before the chain, and were signed only then
     * @param waiting how many events are not chained yet
     * @param head the last sound link
     */
    public record Findings(
            long links, long erased, long adopted, long waiting, Optional<AuditHead> head, Optional<Broken> broken) {}

    /** @param expected a head that the chain is known to have had, from a log or from before */
    public Findings verify(Optional<AuditHead> expected) {
        AuditChain chain = key.chain();
        boolean reached = expected.isEmpty();
        long erased = 0;
        long adopted = 0;
        Optional<AuditLink> last = Optional.empty();
        while (true) {
            List<Linked> some = log.links(last.map(AuditLink::number).orElse(0L) + 1, AuditLog.MOST);
            if (some.isEmpty()) {
                break;
            }
            for (Linked one : some) {
                Optional<AuditFlaw> flaw = chain.flaw(last, one);
                if (flaw.isPresent()) {
                    Optional<Long> row = flaw.get() == AuditFlaw.LINK_MISSING
                            ? Optional.empty()
                            : Optional.of(one.link().row());
                    return findings(
                            last,
                            erased,
                            adopted,
                            Optional.of(new Broken(
                                    flaw.get(), Optional.of(one.link().number()), row)));
                }
                erased += one.event().isEmpty() ? 1 : 0;
                adopted += one.link().adopted() ? 1 : 0;
                reached |= expected.equals(Optional.of(one.link().end()));
                last = Optional.of(one.link());
            }
        }
        return findings(last, erased, adopted, reached ? stray() : missed(expected));
    }

    private Optional<Broken> stray() {
        return log.strays().stream()
                .findFirst()
                .map(row -> new Broken(AuditFlaw.EVENT_NOT_CHAINED, Optional.empty(), Optional.of(row)));
    }

    private static Optional<Broken> missed(Optional<AuditHead> expected) {
        return Optional.of(new Broken(AuditFlaw.HEAD_NOT_REACHED, expected.map(AuditHead::number), Optional.empty()));
    }

    private Findings findings(Optional<AuditLink> last, long erased, long adopted, Optional<Broken> broken) {
        return new Findings(
                last.map(AuditLink::number).orElse(0L),
                erased,
                adopted,
                log.countWaiting(),
                last.map(AuditLink::end),
                broken);
    }
}
