package dev.patchbay.adapter.telegram;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text in Telegram's HTML, escaped by construction: only {@link Texts} writes markup. Immutable.
 *
 * @see <a href="https://core.telegram.org/bots/api#html-style">HTML style</a>
 */
record Html(String markup) {
    /** Keeps a name's own direction of writing from turning the sentence around it. */
    private static final String ISOLATE = "\u2068";

    private static final String END_ISOLATE = "\u2069";

    /** Something from outside, as it is. */
    static Html text(String plain) {
        return new Html(escape(plain));
    }

    /** What somebody or something is called. */
    static Html name(String plain) {
        return new Html(ISOLATE + escape(plain) + END_ISOLATE);
    }

    static Html number(long value) {
        return new Html(Long.toString(value));
    }

    /** The words as a link. */
    Html linkingTo(URI address) {
        return new Html("<a href=\"" + escape(address.toString()) + "\">" + markup + "</a>");
    }

    /** Paragraphs, one after the other. */
    static Html paragraphs(List<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining("\n\n")));
    }

    private static String escape(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
