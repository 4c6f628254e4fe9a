package dev.patchbay.adapter.web.operator;

import dev.patchbay.domain.connection.RenewalOutcome.Kind;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/** How many renewals ended how. */
@Serdeable.Serializable
record KindsView(long renewed, long ended, long heldBack, long unanswered, long setAside) {
    static KindsView of(Map<Kind, Long> kinds) {
        return new KindsView(
                kinds.getOrDefault(Kind.RENEWED, 0L),
                kinds.getOrDefault(Kind.ENDED, 0L),
                kinds.getOrDefault(Kind.HELD_BACK, 0L),
                kinds.getOrDefault(Kind.UNANSWERED, 0L),
                kinds.getOrDefault(Kind.SET_ASIDE, 0L));
    }
}
