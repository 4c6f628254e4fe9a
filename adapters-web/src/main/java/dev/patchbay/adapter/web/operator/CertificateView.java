package dev.patchbay.adapter.web.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.adapter.web.tls.CertificateReport;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The certificate that new connections are shown.
 *
 * @param state {@code none}, {@code valid} or {@code expired}
 * @param notAfter null while there is none, as are the days
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record CertificateView(
        String state,
        @Nullable String notAfter,
        @Nullable Long daysLeft,
        @Nullable String lastAttempt,
        @Nullable String nextAttempt,
        @Nullable String trouble) {

    static CertificateView of(CertificateReport report, Instant now) {
        return new CertificateView(
                report.state(now).name().toLowerCase(Locale.ROOT),
                report.isPlaceholder() ? null : Times.text(report.shown().notAfter()),
                report.isPlaceholder() ? null : report.daysLeft(now),
                Times.text(report.lastAttempt()),
                Times.text(report.nextAttempt()),
                report.trouble().orElse(null));
    }
}
