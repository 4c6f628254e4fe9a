package dev.patchbay.oauth;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider's public keys, cached by Nimbus: looked for again when a token names an unknown one, not more often than
 * twice in 30 s; the last good set serves for a day when no other is to be had. Safe for many threads.
 *
 * <p>A key may carry an {@code issuer} member that reserves it for one tenant of the provider, as Microsoft's do. Nimbus
 * drops members it does not know, so they are noted beside the set, by the key's id, and never forgotten: a key that was
 * reserved once stays so.
 */
final class ProviderKeys {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration NOT_MORE_OFTEN = Duration.ofSeconds(30);
    private static final Duration KEPT_IN_OUTAGE = Duration.ofDays(1);

    private final GuardedHttp http;
    private final Duration fresh;
    private volatile @Nullable Published latest;

    ProviderKeys(GuardedHttp http) {
        this(http, FRESH);
    }

    ProviderKeys(GuardedHttp http, Duration fresh) {
        this.http = http;
        this.fresh = fresh;
    }

    /** The keys at one address. */
    record Published(URI address, JWKSource<SecurityContext> keys, ConcurrentMap<String, Set<String>> issuers) {
        /** Those that may have made a signature with this header. */
        List<JWK> fitting(JWSHeader header) throws KeySourceException {
            return keys.get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null);
        }

        /** The issuers that a key is reserved for, as published; empty when it is for all of the provider's. */
        Set<String> issuersOf(JWK key) {
            return issuers.getOrDefault(idOf(key), Set.of());
        }
    }

    /** The keys at that address; a new address starts with an empty cache. */
    Published at(URI address) {
        Published known = latest;
        if (known == null || !known.address().equals(address)) {
            ConcurrentMap<String, Set<String>> issuers = new ConcurrentHashMap<>();
            known = new Published(address, source(address, issuers), issuers);
            latest = known;
        }
        return known;
    }

    private static String idOf(JWK key) {
        return key.getKeyID() == null ? "" : key.getKeyID();
    }

    private JWKSource<SecurityContext> source(URI address, ConcurrentMap<String, Set<String>> issuers) {
        long limit = Math.min(NOT_MORE_OFTEN.toMillis(), fresh.toMillis() / 2);
        return JWKSourceBuilder.create(url(address), url -> retrieve(url, issuers))
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

    private Resource retrieve(URL url, ConcurrentMap<String, Set<String>> issuers) throws IOException {
        HttpAnswer answer = http.send(HttpCall.get(URI.create(url.toString())).within(WITHIN));
        return switch (answer) {
            case NoAnswer none -> throw new IOException(none.why().words());
            case Answered answered
            when answered.status() != 200 -> throw new IOException("status " + answered.status());
            case Answered answered -> new Resource(JSONObjectUtils.toJSONString(readable(answered, issuers)), null);
        };
    }

    /** One key that cannot be read must not take the others with it. A set without keys is no set. */
    private static Map<String, Object> readable(Answered answered, ConcurrentMap<String, Set<String>> issuers)
            throws IOException {
        List<JWK> keys = new ArrayList<>();
        List<JsonNode> entries =
                answered.body().object().map(json -> Json.list(json, "keys")).orElse(List.of());
        for (JsonNode entry : entries) {
            try {
                @SuppressWarnings("unchecked") // an object's value is a map by names
                Map<String, Object> members =
                        entry.isObject() ? (Map<String, Object>) entry.getValue() : Map.<String, Object>of();
                JWK key = JWK.parse(members);
                Json.text(entry, "issuer")
                        .ifPresent(issuer -> issuers.computeIfAbsent(idOf(key), id -> ConcurrentHashMap.newKeySet())
                                .add(issuer));
                keys.add(key);
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
