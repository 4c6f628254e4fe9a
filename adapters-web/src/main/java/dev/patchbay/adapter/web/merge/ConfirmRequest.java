package dev.patchbay.adapter.web.merge;

import dev.patchbay.domain.vault.Fingerprint;
import io.micronaut.serde.annotation.Serdeable;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says yes to what a preview showed.
 *
 * @param preview the name of that preview
 */
@Serdeable.Deserializable
record ConfirmRequest(
        @Nullable String preview,
        @Nullable String keep,
        @Nullable List<String> connections,
        @Nullable List<String> methods) {

    Choosing choosing() {
        return new Choosing(
                Optional.ofNullable(keep),
                connections == null ? List.of() : connections,
                methods == null ? List.of() : methods);
    }

    /** Empty when it is no name of a preview. */
    Optional<Fingerprint> seen() {
        try {
            return Optional.ofNullable(preview).map(HexFormat.of()::parseHex).map(Fingerprint::stored);
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
