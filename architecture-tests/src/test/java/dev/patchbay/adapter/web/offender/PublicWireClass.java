package dev.patchbay.adapter.web.offender;

import io.micronaut.serde.annotation.Serdeable;

@Serdeable
public final class PublicWireClass {
    private PublicWireClass() {}

    public static final class Answer {
        String accessToken = "";
    }
}
