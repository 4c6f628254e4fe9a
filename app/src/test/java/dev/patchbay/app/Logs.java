package dev.patchbay.app;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** The log, for tests that listen to it. */
final class Logs {
    private Logs() {}

    /** Waits for whoever sets the log up at this moment: until then SLF4J hands out substitutes, to the other classes of this JVM. */
    static LoggerContext context() {
        while (true) {
            if (LoggerFactory.getILoggerFactory() instanceof LoggerContext ready) {
                return ready;
            }
            Thread.onSpinWait();
        }
    }

    static Logger root() {
        return context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
