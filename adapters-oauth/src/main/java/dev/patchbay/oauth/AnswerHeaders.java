package dev.patchbay.oauth;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** The headers of an answer; names are compared ignoring case. Prints names only: values may be cookies. Immutable. */
public final class AnswerHeaders {
    private final HttpHeaders headers;

    AnswerHeaders(HttpHeaders headers) {
        this.headers = headers;
    }

    /** The first value of that name. */
    public Optional<String> first(String name) {
        return headers.firstValue(name);
    }

    @Override
    public String toString() {
        return headers.map().keySet().toString();
    }
}
