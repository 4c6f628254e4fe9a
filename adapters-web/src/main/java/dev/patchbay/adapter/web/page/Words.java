package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.connection.Cause;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the pages say in one language: {@code web/words/<code>.json}, a flat map that the scripts read as well. {@code {0}} is a place for
 * something else. What the API says itself stands in English in the API alone; other languages have it under {@code cause.<code>} and
 * {@code problem.<code>}, and sentences of provider modules under {@code said: <the sentence>}. Another language is another file and
 * another {@link Language}. Immutable.
 */
final class Words {
    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        Arrays.stream(Language.values()).forEach(language -> ALL.put(language, new Words(language)));
    }

    private final Language language;
    private final Locale locale;
    private final Map<String, String> lines;

    private Words(Language language) {
        this.language = language;
        this.locale = Locale.forLanguageTag(language == Language.EN ? "en-GB" : language.code());
        this.lines = read(language);
    }

    static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** Every key that the language has. */
    static Map<String, String> read(Language language) {
        byte[] json = BundledFile.at("web/words/" + language.code() + ".json", "application/json")
                .content();
        try {
            return Map.copyOf(JsonMapper.createDefault().readValue(json, Argument.mapOf(String.class, String.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Language language() {
        return language;
    }

    Locale locale() {
        return locale;
    }

    /** @throws IllegalStateException when the language has no such key: a test looks for them */
    String say(String key, Object... parts) {
        return find(key, parts).orElseThrow(() -> new IllegalStateException("no words for " + key + " in " + language));
    }

    Optional<String> find(String key, Object... parts) {
        return Optional.ofNullable(lines.get(key)).map(line -> fill(line, parts));
    }

    /** The words for that many, which are {@code {0}}. */
    String count(String key, long count, Object... parts) {
        Object[] all = new Object[parts.length + 1];
        all[0] = count;
        System.arraycopy(parts, 0, all, 1, parts.length);
        return say(key + (count == 1 ? ".one" : ".other"), all);
    }

    String cause(Cause cause) {
        return find("cause." + cause.code()).orElseGet(cause::words);
    }

    /** A code of the API. @param english what the API says of it */
    String problem(String code, String english) {
        return find("problem." + code).orElse(english);
    }

    /** A sentence of a provider module; as it is where nobody has translated it. */
    String said(String sentence) {
        return find("said: " + sentence).orElse(sentence);
    }

    /** Such as "4 March 2027", in UTC. */
    String day(Instant when) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(when.atOffset(ZoneOffset.UTC));
    }

    private static String fill(String line, Object... parts) {
        String filled = line;
        for (int place = 0; place < parts.length; place++) {
            filled = filled.replace("{" + place + "}", String.valueOf(parts[place]));
        }
        return filled;
    }
}
