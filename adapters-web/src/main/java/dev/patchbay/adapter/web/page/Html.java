package dev.patchbay.adapter.web.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of HTML. Text becomes one only by being escaped, so that whatever is in a page unescaped was written by us.
 *
 * @param markup safe in element content and in double-quoted attribute values when made by {@link #text}
 */
record Html(String markup) {
    static final Html NONE = new Html("");

    /** The text, shown as it is, wherever it came from. */
    static Html text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return new Html(escaped.toString());
    }

    static Html lines(Stream<Html> pieces) {
        return new Html(pieces.map(Html::markup).collect(Collectors.joining("\n")));
    }
}
