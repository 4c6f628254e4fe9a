package dev.patchbay.pages.stage;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** In which language the page speaks: what is on it, compared with the files of words. */
public final class Spoken {
    private static final List<Pattern> ENGLISH = patterns();
    private static final String ALL_TEXTS = """
        () => {
          const texts = [document.title];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            if (!parent.closest('script, style, [lang]:not(html)')) texts.push(walker.currentNode.textContent);
          }
          for (const one of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
            for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(one.getAttribute(name) ?? '');
          }
          return texts.map(one => one.trim()).filter(one => one);
        }
        """;

    /** The texts on the page that are said so in English, and differently in German. */
    public static List<String> englishOn(Page page) {
        return ((List<?>) page.evaluate(ALL_TEXTS))
                .stream()
                        .map(String::valueOf)
                        .map(text -> text.replaceFirst(" · Patchbay$", ""))
                        .filter(text -> ENGLISH.stream()
                                .anyMatch(sentence -> sentence.matcher(text).matches()))
                        .toList();
    }

    private static List<Pattern> patterns() {
        Map<String, String> german = words("de");
        List<Pattern> patterns = new ArrayList<>();
        words("en").forEach((key, sentence) -> {
            boolean says = sentence.replaceAll("\\{[0-9]}", "").matches("(?s).*[A-Za-z]{3}.*");
            // Languages are named in their own.
            if (says && !key.equals("language.name") && !sentence.equals(german.get(key))) {
                // A place for something may hold anything; two of them side by side would fit everything, and say
                // nothing.
                String[] parts = sentence.split("\\{[0-9]}", -1);
                List<String> quoted = new ArrayList<>();
                for (String part : parts) {
                    quoted.add(Pattern.quote(part));
                }
                patterns.add(Pattern.compile(String.join(".+", quoted), Pattern.DOTALL));
            }
        });
        return patterns;
    }

    private static Map<String, String> words(String language) {
        Map<String, String> words = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(
                        Spoken.class.getResourceAsStream("/web/words/" + language + ".json"), language);
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            JsonParser.parseReader(reader)
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(one -> words.put(one.getKey(), one.getValue().getAsString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private Spoken() {}
}
