package dev.patchbay.app.logging;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** A pattern layout whose lines, exceptions included, carry no credentials. */
public final class MaskingLayout extends PatternLayout {
    @Override
    public String doLayout(ILoggingEvent event) {
        return CredentialMask.apply(super.doLayout(event));
    }
}
