package dev.patchbay.adapter.web.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** @param proven the provider that another account was proven with; {@code GET /user/merge} shows what merging would do */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ProvenResponse(String proven) {}
