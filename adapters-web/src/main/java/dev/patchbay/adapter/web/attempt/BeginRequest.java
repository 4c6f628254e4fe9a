package dev.patchbay.adapter.web.attempt;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.patchbay.usecase.attempt.Wish;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client may say when it begins; everything is optional.
 *
 * @param ending {@code return}: {@code browser} (the default) or {@code handoff}
 * @param app {@code own}, {@code seat} or {@code shared}; absent for one's own where there is one, else one's seat, else the shared one
 */
@Serdeable.Deserializable
public record BeginRequest(
        @Nullable String returnTo,
        @Nullable @JsonProperty("return") String ending,
        @Nullable String app,
        @Nullable List<String> scopes,
        @Nullable Boolean reconnect) {

    /** Empty when {@code return} is a word we do not know. */
    public Optional<Wish> wish() {
        return ending(ending == null ? "browser" : ending).map(how -> new Wish(Optional.ofNullable(returnTo), how));
    }

    /** Whether the client ends what it begins itself. */
    public boolean wantsHandoff() {
        return "handoff".equals(ending);
    }

    private static Optional<Wish.Ending> ending(String word) {
        return switch (word) {
            case "browser" -> Optional.of(Wish.Ending.BROWSER);
            case "handoff" -> Optional.of(Wish.Ending.HANDOFF);
            default -> Optional.empty();
        };
    }
}
