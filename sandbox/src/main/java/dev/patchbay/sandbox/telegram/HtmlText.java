package dev.patchbay.sandbox.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.sandbox.web.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code parse_mode=HTML} as strictly as Telegram: known tags only, nested, closed, with {@code < > &} escaped
 * elsewhere. Offsets in refusals are in bytes, those of entities in UTF-16 units.
 */
final class HtmlText {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("blockquote", "blockquote"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("span", "spoiler"),
            Map.entry("a", "text_link"));
    private static final Pattern NAME = Pattern.compile("[^\\s>]*");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s*([^\\s=>/\"']+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9.-]+)(?=[\\s>])))?");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:(lt|gt|amp|quot)|#(\\d{1,6})|#x([0-9A-Fa-f]{1,5}));?");

    private record Open(String tag, String argument, int offset) {}

    private final String html;
    private final StringBuilder plain = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Map<String, @Nullable Object>> entities = new ArrayList<>();
    private int at;

    private HtmlText(String html) {
        this.html = html;
    }

    /** The text without its tags, and what they said as entities. */
    static Text read(String html) {
        return new HtmlText(html).read();
    }

    private Text read() {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '&') {
                reference();
            } else if (c != '<') {
                plain.append(c);
                at++;
            } else if (html.startsWith("</", at)) {
                end();
            } else {
                begin();
            }
        }
        if (!open.isEmpty()) {
            throw refusal("Can't find end tag corresponding to start tag \""
                    + open.getLast().tag() + '"');
        }
        entities.sort(Comparator.comparing(entity -> (Integer) entity.get("offset")));
        return new Text(plain.toString(), List.copyOf(entities));
    }

    private void reference() {
        Matcher reference = REFERENCE.matcher(html).region(at, html.length());
        if (reference.lookingAt()) {
            plain.append(decoded(reference));
            at = reference.end();
        } else {
            plain.append('&'); // an ampersand that begins nothing known is let through
            at++;
        }
    }

    private static String decoded(MatchResult reference) {
        String name = reference.group(1);
        if (name == null) {
            String decimal = reference.group(2);
            int codePoint = decimal == null ? Integer.parseInt(reference.group(3), 16) : Integer.parseInt(decimal);
            return codePoint == 0 ? reference.group() : Character.toString(codePoint);
        }
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            default -> "&";
        };
    }

    private void begin() {
        int start = at;
        Matcher name = NAME.matcher(html).region(at + 1, html.length());
        name.lookingAt();
        String tag = name.group().toLowerCase(Locale.ROOT);
        if (name.end() == html.length()) {
            throw refusal("Unclosed start tag" + offset(start));
        }
        if (!TYPES.containsKey(tag)) {
            throw refusal("Unsupported start tag \"" + tag + "\"" + offset(start));
        }
        at = name.end();
        String argument = "";
        while (true) {
            skipSpace();
            if (at == html.length()) {
                throw refusal("Unclosed start tag \"" + tag + "\"" + offset(start));
            }
            if (html.charAt(at) == '>') {
                break;
            }
            argument = attribute(tag, start, argument);
        }
        at++;
        if (tag.equals("span") && !argument.equals("tg-spoiler")) {
            throw refusal("Tag \"span\" must have class \"tg-spoiler\"" + offset(start));
        }
        open.addLast(new Open(tag, argument, plain.length()));
    }

    private String attribute(String tag, int start, String argument) {
        Matcher attribute = ATTRIBUTE.matcher(html).region(at, html.length());
        if (!attribute.lookingAt()) {
            throw refusal("Empty attribute name in the tag \"" + tag + "\"" + offset(start));
        }
        at = attribute.end();
        skipSpace();
        if (at < html.length() && "=\"'".indexOf(html.charAt(at)) >= 0) {
            throw refusal("Unclosed start tag \"" + tag + "\"" + offset(start));
        }
        String name = attribute.group(1);
        boolean counts = tag.equals("a") && name.equals("href")
                || tag.equals("span") && name.equals("class")
                || tag.equals("code") && name.equals("class");
        return counts ? HtmlText.value(attribute) : argument;
    }

    private static String value(Matcher attribute) {
        for (int group = 2; group <= 4; group++) {
            String value = attribute.group(group);
            if (value != null) {
                return REFERENCE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(decoded(found)));
            }
        }
        return "";
    }

    private void end() {
        int start = at;
        if (open.isEmpty()) {
            throw refusal("Unexpected end tag" + offset(start));
        }
        Matcher name = NAME.matcher(html).region(at + 2, html.length());
        name.lookingAt();
        at = name.end();
        skipSpace();
        if (at == html.length() || html.charAt(at) != '>') {
            throw refusal("Unclosed end tag" + offset(start));
        }
        at++;
        Open opened = open.removeLast();
        String tag = name.group().toLowerCase(Locale.ROOT);
        if (!tag.isEmpty() && !tag.equals(opened.tag())) {
            throw refusal("Unmatched end tag" + offset(start) + ", expected \"</" + opened.tag() + ">\", found \"</"
                    + tag + ">\"");
        }
        if (plain.length() > opened.offset()) {
            note(opened);
        }
    }

    private void note(Open opened) {
        Map<String, @Nullable Object> entity = Json.object(
                "type", TYPES.get(opened.tag()), "offset", opened.offset(), "length", plain.length() - opened.offset());
        if (opened.tag().equals("a")) {
            String url = opened.argument().isEmpty() ? plain.substring(opened.offset()) : opened.argument();
            if (!url.matches("(?i)(https?|tg|mailto|tel):.+|[\\w.-]+\\.[a-z]{2,}(/.*)?")) {
                return; // as at Telegram, what is no link is plain text
            }
            entity.put("url", url);
        }
        entities.add(entity);
    }

    private void skipSpace() {
        while (at < html.length() && Character.isWhitespace(html.charAt(at))) {
            at++;
        }
    }

    private String offset(int index) {
        return " at byte offset " + html.substring(0, index).getBytes(UTF_8).length;
    }

    private static BotRefusal refusal(String why) {
        return BotRefusal.bad("can't parse entities: " + why);
    }
}
