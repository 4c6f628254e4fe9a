package dev.patchbay.adapter.web.user;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

@Serdeable.Deserializable
record RenameRequest(@Nullable String displayName) {}
