package dev.patchbay.domain.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people are spoken to in, on pages and in chats. */
public enum Language {
    EN,
    DE;

    /** Lower case, such as {@code en} (ISO 639-1). */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language with just that {@link #code}; empty for anything else. */
    public static Optional<Language> parse(String text) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(text))
                .findFirst();
    }

    /** The language of an IETF tag such as {@code de-AT}; English for every one that is not spoken here. */
    public static Language of(String tag) {
        String primary = tag.split("[-_]", 2)[0];
        return Arrays.stream(values())
                .filter(language -> language.name().equalsIgnoreCase(primary))
                .findFirst()
                .orElse(EN);
    }
}
