package dev.patchbay.adapter.web.page;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** HTML with named gaps, written {@code {{name}}}. */
final class Template {
    private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");

    private final String source;
    private final Set<String> gaps;

    Template(String source) {
        this.source = source;
        this.gaps = GAP.matcher(source).results().map(gap -> gap.group(1)).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalArgumentException when the pieces are not exactly those that there are gaps for */
    Html fill(Map<String, Html> pieces) {
        if (!pieces.keySet().equals(gaps)) {
            throw new IllegalArgumentException("the gaps are " + gaps + ", the pieces " + pieces.keySet());
        }
        return new Html(GAP.matcher(source)
                .replaceAll(gap -> Matcher.quoteReplacement(
                        pieces.getOrDefault(gap.group(1), Html.NONE).markup())));
    }
}
