package dev.patchbay.adapter.web.page;

import java.util.Locale;

/** Pieces of drawings, which the style sheet colours. All texts are escaped. */
final class Svg {
    private final StringBuilder drawn = new StringBuilder();
    private final int width;
    private final int height;

    Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * A bar.
     *
     * @param pattern the id of what it is filled with; empty when the style sheet colours it
     * @param title what is shown to whoever points at it; empty for nothing
     */
    Svg bar(String style, String pattern, Box box, String title) {
        drawn.append("<rect class=\"bar %s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s>%s</rect>"
                .formatted(
                        style,
                        number(box.x()),
                        number(box.y()),
                        number(box.width()),
                        number(box.height()),
                        pattern.isEmpty() ? "" : " fill=\"url(#" + pattern + ")\"",
                        title.isEmpty() ? "" : "<title>" + escaped(title) + "</title>"));
        return this;
    }

    /** Where something is, from its upper left corner. */
    record Box(double x, double y, double width, double height) {}

    Svg line(String style, double fromX, double fromY, double toX, double toY) {
        drawn.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(style, number(fromX), number(fromY), number(toX), number(toY)));
        return this;
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    Svg text(String anchor, double x, double y, String text) {
        drawn.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(number(x), number(y), anchor, escaped(text)));
        return this;
    }

    /** What bars of that style are filled with, so that they are told apart without colours too. @param strokes a path in 6 by 6 */
    Svg pattern(String id, String style, String strokes) {
        drawn.append("""
            <pattern id="%s" class="%s" width="6" height="6" patternUnits="userSpaceOnUse">\
            <rect width="6" height="6"/><path d="%s"/></pattern>\
            """.formatted(id, style, strokes));
        return this;
    }

    /** The drawing. @param words what it shows, for those who do not see it */
    Html named(String words) {
        return new Html("<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%s</svg>"
                .formatted(width, height, escaped(words), drawn));
    }

    /** The drawing, of which there is nothing to say. */
    Html decorative() {
        return new Html("<svg class=\"swatch\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\">%s</svg>"
                .formatted(width, height, drawn));
    }

    private static String escaped(String text) {
        return Html.text(text).markup();
    }

    /** Tenths are as fine as anybody sees. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
