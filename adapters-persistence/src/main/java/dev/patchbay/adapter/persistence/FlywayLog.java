package dev.patchbay.adapter.persistence;

import org.flywaydb.core.api.logging.Log;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flyway's words in our log, but for "newer than tested": newer databases are tested by our own contracts. */
final class FlywayLog implements Log {

    private static final String NEWER = "upgrade recommended";

    private final Logger log;

    FlywayLog(Class<?> speaker) {
        log = LoggerFactory.getLogger(speaker);
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(String message) {
        log.debug(message);
    }

    @Override
    public void info(String message) {
        log.info(message);
    }

    @Override
    public void warn(String message) {
        if (message.contains(NEWER)) {
            log.debug(message);
        } else {
            log.warn(message);
        }
    }

    @Override
    public void error(String message) {
        log.error(message);
    }

    @Override
    public void error(String message, @Nullable Exception e) {
        log.error(message, e);
    }

    @Override
    public void notice(String message) {
        log.info(message);
    }
}
