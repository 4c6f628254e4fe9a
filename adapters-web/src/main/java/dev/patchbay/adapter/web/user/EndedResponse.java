package dev.patchbay.adapter.web.user;

import io.micronaut.serde.annotation.Serdeable;

/** @param ended how many sessions were ended */
@Serdeable.Serializable
record EndedResponse(int ended) {}
