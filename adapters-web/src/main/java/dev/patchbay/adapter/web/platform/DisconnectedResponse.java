package dev.patchbay.adapter.web.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.usecase.connection.Disconnect;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a disconnect did, and did not.
 *
 * @param onlyYouCan what is left for the person to do; null when nothing is
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record DisconnectedResponse(
        String platform,
        List<String> deleted,
        String revocation,
        @Nullable String accessPage,
        @Nullable String onlyYouCan) {
    private static final List<String> ALL = List.of("access_token", "refresh_token", "connection");

    static DisconnectedResponse of(Disconnect.Report report, String name) {
        return new DisconnectedResponse(
                report.platform().value(),
                ALL,
                report.revocation().name().toLowerCase(Locale.ROOT),
                report.accessPage().map(URI::toString).orElse(null),
                switch (report.revocation()) {
                    case REVOKED -> null;
                    case NOT_SUPPORTED ->
                        "%s lets nobody but you withdraw the access: remove this app on its page of connected apps."
                                .formatted(name);
                    case FAILED ->
                        "%s could not be told to withdraw the access: remove this app on its page of connected apps."
                                .formatted(name);
                });
    }
}
