package dev.patchbay.adapter.web.page;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** HTML with named gaps, written {@code {{name}}}, and words of the reader's language, written {@code {{t:key}}}. Immutable. */
final class Template {
    private static final Pattern GAP = Pattern.compile("\\{\\{(t:)?([\\w.-]+)}}");

    private final String source;
    private final Set<String> gaps;

    Template(String source) {
        this.source = source;
        this.gaps = GAP.matcher(source)
                .results()
                .filter(gap -> !isWords(gap))
                .map(gap -> gap.group(2))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** That file below {@code web/}, without the white space around it. */
    static Template at(String path) {
        return new Template(BundledFile.at("web/" + path, "text/html").text().strip());
    }

    /** @throws IllegalArgumentException when the pieces are not exactly those that there are gaps for */
    Html fill(Words words, Map<String, Html> pieces) {
        if (!pieces.keySet().equals(gaps)) {
            throw new IllegalArgumentException("the gaps are " + gaps + ", the pieces " + pieces.keySet());
        }
        return new Html(GAP.matcher(source)
                .replaceAll(gap ->
                        Matcher.quoteReplacement(piece(gap, words, pieces).markup())));
    }

    private static Html piece(MatchResult gap, Words words, Map<String, Html> pieces) {
        return isWords(gap) ? Html.text(words.say(gap.group(2))) : pieces.getOrDefault(gap.group(2), Html.NONE);
    }

    private static boolean isWords(MatchResult gap) {
        return gap.group(1) != null;
    }
}
