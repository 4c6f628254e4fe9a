package dev.patchbay.app.provider;

import dev.patchbay.domain.provider.ProviderId;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a plug-in that promised to answer and not to throw. */
final class Containment {
    static final String WHY = "the plug-in failed";

    private static final Logger LOG = LoggerFactory.getLogger(Containment.class);

    private final ProviderId id;

    Containment(ProviderId id) {
        this.id = id;
    }

    /** What it answers, or the other when it throws or answers null. Its exception is not quoted: it may hold what it was given. */
    <T> T call(Supplier<T> question, Supplier<T> otherwise) {
        try {
            T answer = question.get();
            if (answer != null) {
                return answer;
            }
            LOG.error("the plug-in with provider {} answered null, against its promise", id);
        } catch (LinkageError | RuntimeException e) {
            LOG.error(
                    "the plug-in with provider {} threw {}, against its promise",
                    id,
                    e.getClass().getName());
        }
        return otherwise.get();
    }
}
