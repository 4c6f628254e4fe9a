package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.web.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message's text as HTML, with what its entities say. */
final class ShownText {
    private record Span(int from, int to, String opening, String closing) {}

    private ShownText() {}

    static String of(ChatMessage message) {
        String text = message.text();
        List<Span> spans = new ArrayList<>();
        for (Map<String, @Nullable Object> entity : message.entities()) {
            int from = number(entity.get("offset"), text.length());
            int to = Math.min(text.length(), from + number(entity.get("length"), text.length()));
            Span span = span(entity, text.substring(from, to), from, to);
            // Only what lies wholly within what is open keeps the page well formed.
            if (spans.stream().noneMatch(other -> other.from() < from && from < other.to() && other.to() < to)) {
                spans.add(span);
            }
        }
        StringBuilder html = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            for (Span span : spans.reversed()) {
                html.append(span.to() == i ? span.closing() : "");
            }
            for (Span span : spans) {
                html.append(span.from() == i ? span.opening() : "");
            }
            html.append(i < text.length() ? Html.escape(text.substring(i, i + 1)) : "");
        }
        return html.toString();
    }

    private static int number(@Nullable Object value, int most) {
        return value instanceof Number number ? Math.clamp(number.longValue(), 0, most) : 0;
    }

    private static Span span(Map<String, @Nullable Object> entity, String words, int from, int to) {
        return switch (String.valueOf(entity.get("type"))) {
            case "bold" -> new Span(from, to, "<b>", "</b>");
            case "italic" -> new Span(from, to, "<i>", "</i>");
            case "underline" -> new Span(from, to, "<u>", "</u>");
            case "strikethrough" -> new Span(from, to, "<s>", "</s>");
            case "code", "pre" -> new Span(from, to, "<code>", "</code>");
            case "url" -> new Span(from, to, link(words), "</a>");
            case "text_link" -> new Span(from, to, link(String.valueOf(entity.get("url"))), "</a>");
            default -> new Span(from, to, "<span>", "</span>");
        };
    }

    /** The beginning of a link; those to the bot lead to the sandbox's page for them. */
    static String link(String url) {
        String target = url.replaceFirst("^https?://t\\.me/", DeepLink.PAGE + "/");
        boolean harmless = target.startsWith("/") || target.matches("(?i)https?://.*");
        return "<a rel=\"noopener\" target=\"_blank\" href=\"" + (harmless ? Html.escape(target) : "#") + "\">";
    }
}
