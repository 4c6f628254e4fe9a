package dev.patchbay.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.JsonEscapeUtil;
import java.time.temporal.ChronoUnit;

/** A line of the log as a JSON object: {@code time}, {@code level}, {@code logger}, {@code thread}, {@code message}, and {@code error} where there is one. */
final class JsonLine {
    static String of(ILoggingEvent event) {
        var line = new StringBuilder(200).append('{');
        put(line, "time", event.getInstant().truncatedTo(ChronoUnit.MILLIS).toString());
        put(line, "level", event.getLevel().toString());
        put(line, "logger", event.getLoggerName());
        put(line, "thread", event.getThreadName());
        put(line, "message", CredentialMask.apply(String.valueOf(event.getFormattedMessage())));
        if (event.getThrowableProxy() != null) {
            put(line, "error", CredentialMask.apply(ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
        return line.append("}\n").toString();
    }

    private static void put(StringBuilder line, String name, String value) {
        line.append(line.length() == 1 ? "\"" : ",\"").append(name).append("\":\"");
        line.append(JsonEscapeUtil.jsonEscapeString(value)).append('"');
    }

    private JsonLine() {}
}
