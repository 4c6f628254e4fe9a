package dev.patchbay.adapter.web.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** @param linked the provider that the account can now be signed in with */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record LinkedResponse(String linked) {}
