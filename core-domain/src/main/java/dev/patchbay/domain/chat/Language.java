package dev.patchbay.domain.chat;

import java.util.Arrays;
import java.util.Locale;

/** What is spoken in a chat. */
public enum Language {
    EN,
    DE;

    /** Lower case, such as {@code en} (ISO 639-1). */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
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
