package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.ledger.Endpoint;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** One way to misbehave, at the endpoints it fits or at those it is narrowed to with {@link #at}. */
public sealed interface Fault {
    /** What is done. */
    Kind kind();

    /** How long: the lateness, or the {@code Retry-After}. Without meaning for other kinds. */
    Duration time();

    /** The endpoints that it waits for. */
    Set<Endpoint> endpoints();

    /** The same fault at these endpoints only. */
    default Fault at(Endpoint first, Endpoint... more) {
        return new Tuned(kind(), time(), Set.copyOf(EnumSet.of(first, more)));
    }

    /** The same fault with this lateness or {@code Retry-After}. */
    default Fault lasting(Duration time) {
        return new Tuned(kind(), time, endpoints());
    }

    /** A fault with other than the usual time or endpoints; made by {@link #at} and {@link #lasting}. */
    record Tuned(Kind kind, Duration time, Set<Endpoint> endpoints) implements Fault {}

    /** When a fault strikes. */
    enum Phase {
        /** It is answered in place of the party: nothing is processed. */
        INSTEAD,
        /** The party processes the call but issues something else. */
        WITHIN,
        /** The call is processed as it should be, and the answer spoiled afterwards. */
        AFTERWARDS
    }

    /** All faults; each one is itself a {@link Fault} with its usual time and endpoints. */
    enum Kind implements Fault {
        /** 502 with a page of HTML. */
        BAD_GATEWAY(Phase.INSTEAD, Where.SERVICE),
        /** 503 with {@code Retry-After} (usually 30 s). */
        UNAVAILABLE(Phase.INSTEAD, Where.SERVICE, Duration.ofSeconds(30)),
        /** 429 with {@code Retry-After} (usually a day). */
        TOO_MANY_REQUESTS(Phase.INSTEAD, Where.SERVICE, Duration.ofDays(1)),
        /** 429 with {@code reason: QUOTA_EXCEEDED} and no {@code Retry-After}. */
        QUOTA_EXCEEDED(Phase.INSTEAD, Where.PROFILE),
        /** The token endpoint says that a good grant is dead. */
        INVALID_GRANT(Phase.INSTEAD, Where.GRANTS),
        /** The token endpoint does not know the client. */
        INVALID_CLIENT(Phase.INSTEAD, Where.TOKEN),
        /** A good access token is refused. */
        INVALID_TOKEN(Phase.INSTEAD, Where.PROFILE),
        /** 200 with HTML where JSON was due, from something in between. */
        NOT_JSON(Phase.INSTEAD, Where.SERVICE),
        /** 403 with a page of HTML from a network in front of the service. */
        BLOCKED_PAGE(Phase.INSTEAD, Where.SERVICE),
        /** No answer until the sandbox closes. */
        HANG(Phase.INSTEAD, Where.SERVICE),
        /** 500 at the JWK set. */
        KEYS_FAIL(Phase.INSTEAD, Where.KEYS),

        /** No refresh token in the answer; none is issued and none ended. */
        OMIT_REFRESH_TOKEN(Phase.WITHIN, Where.GRANTS),
        /** {@code "refresh_token": ""}; none is issued and none ended. */
        BLANK_REFRESH_TOKEN(Phase.WITHIN, Where.GRANTS),
        /** One scope fewer is granted than was asked. */
        SHRINK_SCOPES(Phase.WITHIN, Where.GRANTS),
        /** The metadata names another issuer. */
        DISCOVERY_OTHER_ISSUER(Phase.WITHIN, Where.DISCOVERY),
        /** A new signing key is made just before the ID token is signed with it. */
        KEYS_ROTATED(Phase.WITHIN, Where.EXCHANGE),
        /** The ID token's signature is damaged. */
        ID_TOKEN_BAD_SIGNATURE(Phase.WITHIN, Where.EXCHANGE),
        /** The ID token is signed with a stranger's key under our {@code kid}. */
        ID_TOKEN_WRONG_KEY(Phase.WITHIN, Where.EXCHANGE),
        /** The ID token is unsigned ({@code alg: none}). */
        ID_TOKEN_UNSIGNED(Phase.WITHIN, Where.EXCHANGE),
        /** The ID token carries an HS256 MAC keyed with our public key. */
        ID_TOKEN_HS256_PUBLIC_KEY(Phase.WITHIN, Where.EXCHANGE),
        /** The ID token's header has no {@code kid}. */
        ID_TOKEN_NO_KID(Phase.WITHIN, Where.EXCHANGE),
        /** The ID token names another issuer. */
        ID_TOKEN_WRONG_ISSUER(Phase.WITHIN, Where.EXCHANGE),
        /** The ID token is for another client. */
        ID_TOKEN_WRONG_AUDIENCE(Phase.WITHIN, Where.EXCHANGE),
        /** The ID token has no nonce. */
        ID_TOKEN_NO_NONCE(Phase.WITHIN, Where.EXCHANGE),
        /** The ID token has another nonce. */
        ID_TOKEN_WRONG_NONCE(Phase.WITHIN, Where.EXCHANGE),
        /** The ID token expired an hour ago. */
        ID_TOKEN_EXPIRED(Phase.WITHIN, Where.EXCHANGE),
        /** The ID token was issued an hour from now. */
        ID_TOKEN_FROM_THE_FUTURE(Phase.WITHIN, Where.EXCHANGE),
        /** The ID token has no {@code sub}. */
        ID_TOKEN_NO_SUBJECT(Phase.WITHIN, Where.EXCHANGE),

        /** A bot's poll is ended with 409, as if another process had begun to poll. */
        POLL_CONFLICT(Phase.WITHIN, Where.UPDATES),

        /** Processed at once, answered late (usually 5 s). */
        ANSWER_LATE(Phase.AFTERWARDS, Where.SERVICE, Duration.ofSeconds(5)),
        /** Processed, then the connection closes without a byte. */
        ANSWER_DROPPED(Phase.AFTERWARDS, Where.SERVICE),
        /** Processed, then the connection closes in the middle of the body. */
        BODY_CUT(Phase.AFTERWARDS, Where.SERVICE),
        /** Processed, answered with every member renamed, as {@code access_token_v2}. */
        FIELDS_RENAMED(Phase.AFTERWARDS, Where.SERVICE),
        /** Processed, answered with more than 64 KiB of padding as the first member. */
        BODY_OVERSIZE(Phase.AFTERWARDS, Where.SERVICE),
        /** Processed, answered with the right JSON as {@code text/html}. */
        WRONG_CONTENT_TYPE(Phase.AFTERWARDS, Where.SERVICE);

        private final Phase phase;
        private final Where where;
        private final Duration time;

        Kind(Phase phase, Where where) {
            this(phase, where, Duration.ZERO);
        }

        Kind(Phase phase, Where where, Duration time) {
            this.phase = phase;
            this.where = where;
            this.time = time;
        }

        @Override
        public Kind kind() {
            return this;
        }

        @Override
        public Duration time() {
            return time;
        }

        @Override
        public Set<Endpoint> endpoints() {
            return where.endpoints();
        }

        /** When it strikes. */
        public Phase phase() {
            return phase;
        }

        /** Its name in forms, such as {@code bad-gateway}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The fault of this name.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind named(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** The usual places. Metadata and keys are met only by faults that say so. */
    enum Where {
        /** Whatever is called next of the service itself. */
        SERVICE,
        /** The token endpoint. */
        TOKEN,
        /** The token endpoint, when a person's grant is used. */
        GRANTS,
        /** The token endpoint, when a code is exchanged. */
        EXCHANGE,
        /** The profile. */
        PROFILE,
        /** The metadata. */
        DISCOVERY,
        /** The JWK set. */
        KEYS,
        /** A bot's poll for updates. */
        UPDATES;

        /** The endpoints meant. */
        Set<Endpoint> endpoints() {
            return switch (this) {
                case SERVICE ->
                    Set.of(
                            Endpoint.EXCHANGE,
                            Endpoint.REFRESH,
                            Endpoint.CLIENT_CREDENTIALS,
                            Endpoint.PROFILE,
                            Endpoint.REVOKE,
                            Endpoint.BOT_SEND,
                            Endpoint.BOT_UPDATES,
                            Endpoint.BOT_CALL);
                case TOKEN -> Set.of(Endpoint.EXCHANGE, Endpoint.REFRESH, Endpoint.CLIENT_CREDENTIALS);
                case GRANTS -> Set.of(Endpoint.EXCHANGE, Endpoint.REFRESH);
                case EXCHANGE -> Set.of(Endpoint.EXCHANGE);
                case PROFILE -> Set.of(Endpoint.PROFILE);
                case DISCOVERY -> Set.of(Endpoint.DISCOVERY);
                case KEYS -> Set.of(Endpoint.KEYS);
                case UPDATES -> Set.of(Endpoint.BOT_UPDATES);
            };
        }
    }
}
