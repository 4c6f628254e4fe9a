package dev.patchbay.adapter.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the certificate does that this process shows. There is nothing of it where TLS ends elsewhere. Safe for many threads. */
@Singleton
public final class CertificateGauges {
    private final MeterRegistry registry;
    private final Clock clock;
    private volatile @Nullable Shown shown;

    private record Shown(
            Instant notAfter,
            boolean placeholder,
            Optional<Instant> lastAttempt,
            Optional<Instant> nextAttempt,
            boolean trouble) {}

    CertificateGauges(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * Shows that, until the next time.
     *
     * @param notAfter the end of the one that is shown
     * @param placeholder whether nobody trusts it, because there is none yet
     * @param trouble whether the last attempt to have one issued brought none
     */
    public synchronized void show(
            Instant notAfter,
            boolean placeholder,
            Optional<Instant> lastAttempt,
            Optional<Instant> nextAttempt,
            boolean trouble) {
        boolean first = shown == null;
        Shown now = new Shown(notAfter, placeholder, lastAttempt, nextAttempt, trouble);
        shown = now;
        if (first) {
            register();
        }
    }

    private void register() {
        Gauge.builder("patchbay.certificate.days.left", this, CertificateGauges::daysLeft)
                .description("Days until the certificate ends that connections are shown; 0 while there is none")
                .register(registry);
        Gauge.builder(
                        "patchbay.certificate.last.attempt.seconds",
                        this,
                        all -> seconds(all.now().lastAttempt()))
                .description("When one was last ordered, as Unix time")
                .register(registry);
        Gauge.builder(
                        "patchbay.certificate.next.attempt.seconds",
                        this,
                        all -> seconds(all.now().nextAttempt()))
                .description("When one is to be ordered next, as Unix time")
                .register(registry);
        Gauge.builder("patchbay.certificate.trouble", this, all -> all.now().trouble() ? 1 : 0)
                .description("1 while the last attempt to have one issued brought none")
                .register(registry);
    }

    private Shown now() {
        Shown now = shown;
        if (now == null) {
            throw new IllegalStateException("there is nothing to show yet");
        }
        return now;
    }

    private double daysLeft() {
        Shown now = now();
        return now.placeholder()
                ? 0
                : Duration.between(clock.instant(), now.notAfter()).toSeconds()
                        / (double) Duration.ofDays(1).toSeconds();
    }

    private static double seconds(Optional<Instant> at) {
        return at.map(Instant::getEpochSecond).map(Long::doubleValue).orElse(Double.NaN);
    }
}
