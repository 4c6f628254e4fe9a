package dev.patchbay.adapter.web.user;

import dev.patchbay.adapter.web.message.Initial;
import java.nio.charset.StandardCharsets;

/** A picture of somebody's first letter (SVG), for pages that show one in any case. */
final class LetterPicture {
    static final String MEDIA_TYPE = "image/svg+xml";

    private LetterPicture() {}

    /** A letter or digit needs no escaping. */
    static byte[] of(String name) {
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">\
            <rect width="40" height="40" fill="#14574f"/>\
            <text x="20" y="27" font-family="sans-serif" font-size="19" font-weight="700" fill="#fff" text-anchor="middle">%s</text></svg>
            """.formatted(Initial.of(name)).getBytes(StandardCharsets.UTF_8);
    }
}
