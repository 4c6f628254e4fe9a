package dev.patchbay.app.logging;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Lines by a pattern, or as JSON where that is set; exceptions included, they carry no credentials. */
public final class MaskingLayout extends PatternLayout {
    @Override
    public String doLayout(ILoggingEvent event) {
        return switch (LogFormat.current()) {
            case TEXT -> CredentialMask.apply(super.doLayout(event));
            case JSON -> JsonLine.of(event);
        };
    }
}
