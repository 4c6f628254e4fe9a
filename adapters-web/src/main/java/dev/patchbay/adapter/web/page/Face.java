package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.message.Initial;
import java.util.Optional;

/** A small picture of somebody; the first letter of the name where there is none. It says nothing that the name beside it does not. */
final class Face {
    private Face() {}

    /** @param picture an address of ours: pages ask nobody else for anything */
    static Html of(String name, Optional<String> picture) {
        return picture.map(address -> new Html("<img class=\"avatar\" src=\"%s\" alt=\"\" width=\"40\" height=\"40\">"
                        .formatted(Html.text(address).markup())))
                .orElseGet(() -> new Html("<span class=\"avatar\" aria-hidden=\"true\">%s</span>"
                        .formatted(Html.text(Initial.of(name)).markup())));
    }
}
