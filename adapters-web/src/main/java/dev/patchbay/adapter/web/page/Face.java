package dev.patchbay.adapter.web.page;

import java.util.Locale;
import java.util.Optional;

/** A small picture of somebody or something; its first letter where there is none. It says nothing that the name beside it does not. */
final class Face {
    private Face() {}

    /** @param picture an address of ours: pages ask nobody else for anything */
    static Html of(String name, Optional<String> picture) {
        return picture.map(address -> new Html(
                        "<img class=\"avatar\" src=\"%s\" alt=\"\" width=\"40\" height=\"40\" data-letter=\"%s\">"
                                .formatted(
                                        Html.text(address).markup(),
                                        Html.text(initial(name)).markup())))
                .orElseGet(() -> new Html("<span class=\"avatar\" aria-hidden=\"true\">%s</span>"
                        .formatted(Html.text(initial(name)).markup())));
    }

    /** The first letter or digit; a note where there is none. */
    static String initial(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .map(letter -> letter.toUpperCase(Locale.ROOT))
                .orElse("♪");
    }
}
