package dev.patchbay.port.provider;

/** What a stage can be told to do with one call. After each of them the grant is as it was, unless said otherwise. */
public enum StageFault {
    /** No answer at all. */
    SILENCE,
    /** 502 with a page of HTML. */
    BAD_GATEWAY,
    /** 503 with {@code Retry-After: 7}. */
    UNAVAILABLE_FOR_7_SECONDS,
    /** 429 with {@code Retry-After: 86400}. */
    THROTTLED_FOR_A_DAY,
    /** 429 that says the quota is used up, without a time. */
    QUOTA_EXCEEDED,
    /** 200 with HTML. */
    HTML_FOR_JSON,
    /** A body past 64 KiB, after the call was processed. */
    OVERSIZE,
    /** A body that ends too soon, after the call was processed. */
    BODY_CUT,
    /** No byte of an answer, after the call was processed. */
    ANSWER_DROPPED,
    /** JSON with none of the names it should have, after the call was processed. */
    FIELDS_RENAMED,
    /** {@code invalid_grant} for a grant that is good. */
    GRANT_REFUSED,
    /** {@code invalid_client}. */
    APP_REFUSED,
    /** A success without a refresh token. */
    NO_REFRESH_TOKEN,
    /** A success with {@code "refresh_token": ""}. */
    BLANK_REFRESH_TOKEN,
    /** A success with a refresh token in place of the old one. */
    NEW_REFRESH_TOKEN,
    /** A success with a scope fewer than was asked for. */
    FEWER_SCOPES,
    /** 500. */
    SERVER_ERROR,
    /** Metadata of another issuer. */
    OTHER_ISSUER
}
