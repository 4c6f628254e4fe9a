package dev.patchbay.oauth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.HttpAnswer.NoAnswer;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider's public keys, cached by Nimbus: looked for again when a token names an unknown one, not more often than
 * twice in 30 s; the last good set serves for a day when no other is to be had. Safe for many threads.
 */
final class ProviderKeys {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration NOT_MORE_OFTEN = Duration.ofSeconds(30);
    private static final Duration KEPT_IN_OUTAGE = Duration.ofDays(1);

    private final GuardedHttp http;
    private final Duration fresh;
    private volatile @Nullable Source latest;

    ProviderKeys(GuardedHttp http) {
        this(http, FRESH);
    }

    ProviderKeys(GuardedHttp http, Duration fresh) {
        this.http = http;
        this.fresh = fresh;
    }

    private record Source(URI address, JWKSource<SecurityContext> keys) {}

    /** The keys at that address; a new address starts with an empty cache. */
    JWKSource<SecurityContext> at(URI address) {
        Source known = latest;
        if (known == null || !known.address().equals(address)) {
            known = new Source(address, source(address));
            latest = known;
        }
        return known.keys();
    }

    private JWKSource<SecurityContext> source(URI address) {
        long limit = Math.min(NOT_MORE_OFTEN.toMillis(), fresh.toMillis() / 2);
        return JWKSourceBuilder.create(url(address), this::retrieve)
                .cache(fresh.toMillis(), WITHIN.plusSeconds(1).toMillis())
                .refreshAheadCache(false)
                .rateLimited(limit)
                .outageTolerant(KEPT_IN_OUTAGE.toMillis())
                .build();
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("checked before: https or http", e);
        }
    }

    private Resource retrieve(URL url) throws IOException {
        HttpAnswer answer = http.send(HttpCall.get(URI.create(url.toString())).within(WITHIN));
        return switch (answer) {
            case NoAnswer none -> throw new IOException(none.why().words());
            case Answered answered
            when answered.status() != 200 -> throw new IOException("status " + answered.status());
            case Answered answered -> new Resource(JSONObjectUtils.toJSONString(readable(answered)), null);
        };
    }

    /** One key that cannot be read must not take the others with it. A set without keys is no set. */
    private static Map<String, Object> readable(Answered answered) throws IOException {
        List<JWK> keys = new ArrayList<>();
        List<JsonNode> entries =
                answered.body().object().map(json -> Json.list(json, "keys")).orElse(List.of());
        for (JsonNode entry : entries) {
            try {
                @SuppressWarnings("unchecked") // an object's value is a map by names
                Map<String, Object> members =
                        entry.isObject() ? (Map<String, Object>) entry.getValue() : Map.<String, Object>of();
                keys.add(JWK.parse(members));
            } catch (ParseException | IllegalArgumentException e) {
                LOG.debug("left out a key that cannot be read: {}", e.getClass().getSimpleName());
            }
        }
        if (keys.isEmpty()) {
            throw new IOException("no readable key");
        }
        return new JWKSet(keys).toJSONObject(true);
    }
}
