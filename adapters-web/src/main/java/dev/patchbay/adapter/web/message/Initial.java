package dev.patchbay.adapter.web.message;

import java.util.Locale;

/** What stands for somebody whose picture cannot be shown. */
public final class Initial {
    private Initial() {}

    /** The first letter or digit of a name, as a capital; a note where there is none. */
    public static String of(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .map(letter -> letter.toUpperCase(Locale.ROOT))
                .orElse("♪");
    }
}
