package dev.patchbay.adapter.web.user;

import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.account.Language;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be different; what is left out stays. */
@Serdeable.Deserializable
record ProfileChange(@Nullable String displayName, @Nullable String language) {

    /** Whether there is something to change, and nothing of it is wrong. */
    boolean isGood() {
        return (displayName != null || language != null)
                && (displayName == null || name().isPresent())
                && (language == null || spoken().isPresent());
    }

    Optional<DisplayName> name() {
        return Optional.ofNullable(displayName).flatMap(DisplayName::parse);
    }

    Optional<Language> spoken() {
        return Optional.ofNullable(language).flatMap(Language::parse);
    }
}
