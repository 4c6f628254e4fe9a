package dev.patchbay.oauth;

import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.HttpAnswer.NoAnswer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider's metadata, fetched when first needed and renewed behind the scenes every hour. The last good one is kept
 * for as long as no better one comes; a failure with nothing kept is remembered for 10 s. Safe for many threads.
 */
final class Discovery {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration RENEW_AGAIN = Duration.ofMinutes(1);
    private static final Duration FAILED = Duration.ofSeconds(10);

    private final GuardedHttp http;
    private final Clock clock;
    private final String issuer;
    private final URI address;
    private final ReentrantLock fetching = new ReentrantLock();
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile @Nullable Kept kept;
    private volatile @Nullable Failed failed;

    /**
     * @param base what the well-known path is appended to (OpenID Connect Discovery 1.0 §4), with or without a slash at its end
     * @param issuer what the metadata must call itself, compared exactly
     */
    Discovery(GuardedHttp http, Clock clock, String base, String issuer) {
        this.http = http;
        this.clock = clock;
        this.issuer = issuer;
        String bare = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.address = URI.create(bare + "/.well-known/openid-configuration");
    }

    /** What came of looking. */
    sealed interface Found {
        record Metadata(ProviderMetadata metadata) implements Found {}

        record Nothing(String why, Optional<Duration> retryAfter) implements Found {}
    }

    private record Kept(Found.Metadata found, Instant renewAt) {}

    private record Failed(Found.Nothing nothing, Instant until) {}

    /** The metadata; takes time only when none is kept, and then 5 s at most for each caller that fetches. */
    Found find() {
        Kept known = kept;
        if (known != null) {
            renewWhenDue(known);
            return known.found();
        }
        fetching.lock();
        try {
            Kept meanwhile = kept;
            Failed recently = failed;
            if (meanwhile != null) {
                return meanwhile.found();
            }
            return recently != null && clock.instant().isBefore(recently.until()) ? recently.nothing() : fetch();
        } finally {
            fetching.unlock();
        }
    }

    private void renewWhenDue(Kept known) {
        if (!clock.instant().isBefore(known.renewAt()) && renewing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("discovery").start(() -> {
                try {
                    if (fetch() instanceof Found.Nothing) {
                        kept = new Kept(known.found(), clock.instant().plus(RENEW_AGAIN));
                    }
                } finally {
                    renewing.set(false);
                }
            });
        }
    }

    private Found fetch() {
        Found found = read(http.send(HttpCall.get(address).within(WITHIN)));
        switch (found) {
            case Found.Metadata metadata ->
                kept = new Kept(metadata, clock.instant().plus(FRESH));
            case Found.Nothing nothing -> {
                failed = new Failed(nothing, clock.instant().plus(FAILED));
                LOG.warn("no metadata of OpenID provider {}: {}", issuer, nothing.why());
            }
        }
        return found;
    }

    private Found read(HttpAnswer answer) {
        return switch (answer) {
            case NoAnswer none -> new Found.Nothing(none.why().words(), Optional.empty());
            case Answered answered ->
                Optional.of(answered)
                        .filter(whole -> whole.status() == 200)
                        .flatMap(whole -> whole.body().object())
                        .flatMap(json -> ProviderMetadata.read(json, issuer, address))
                        .<Found>map(Found.Metadata::new)
                        .orElseGet(() -> new Found.Nothing(
                                "status " + answered.status() + ", " + whatIsWrong(answered), answered.retryAfter()));
        };
    }

    /** For the operator: most often the issuer is spelled in another way, with or without a slash at its end. */
    private String whatIsWrong(Answered answered) {
        Optional<String> named = answered.body().object().flatMap(json -> Json.text(json, "issuer"));
        return named.isEmpty() || named.get().equals(issuer)
                ? "no usable metadata of this issuer"
                : "metadata of another issuer, "
                        + Display.line(named, 255).orElse("of no name that can be shown")
                        + "; the setting must name it to the letter";
    }
}
