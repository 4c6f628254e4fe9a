package dev.patchbay.adapter.web.merge;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.patchbay.adapter.web.attempt.BeginRequest;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Begins the proof of another account.
 *
 * @param provider one that the other account is signed in to with
 * @param ending {@code return}, as when signing in
 */
@Serdeable.Deserializable
record MergeRequest(
        @Nullable String provider,
        @Nullable String returnTo,
        @Nullable @JsonProperty("return") String ending) {

    BeginRequest wishes() {
        return new BeginRequest(returnTo, ending, null, null, null);
    }
}
