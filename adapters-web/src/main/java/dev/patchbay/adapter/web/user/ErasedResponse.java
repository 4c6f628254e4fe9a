package dev.patchbay.adapter.web.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.usecase.connection.Disconnect;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of an erased account. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ErasedResponse(boolean erased, List<Platform> platforms, List<String> deleted) {
    /** Everything that belongs to an account is in one of these. */
    private static final List<String> ALL = List.of(
            "account",
            "sign_in_methods",
            "connections",
            "tokens",
            "apps",
            "seats",
            "chats",
            "encryption_keys",
            "sessions",
            "activity");

    /** @param accessPage where the person can withdraw the access by hand, when the platform did not do it */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Platform(
            String platform, String revocation, @Nullable String accessPage) {}

    static ErasedResponse of(List<Disconnect.Report> reports) {
        return new ErasedResponse(
                true,
                reports.stream()
                        .map(report -> new Platform(
                                report.platform().value(),
                                report.revocation().name().toLowerCase(Locale.ROOT),
                                report.accessPage().map(URI::toString).orElse(null)))
                        .toList(),
                ALL);
    }
}
