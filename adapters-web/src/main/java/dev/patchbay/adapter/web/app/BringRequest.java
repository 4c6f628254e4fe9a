package dev.patchbay.adapter.web.app;

import dev.patchbay.domain.vault.Secret;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** @param clientSecret absent or empty for a public client */
@Serdeable.Deserializable
record BringRequest(@Nullable String clientId, @Nullable Secret clientSecret) {}
