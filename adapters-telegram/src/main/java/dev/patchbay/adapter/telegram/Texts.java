package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.usecase.attempt.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
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
import java.util.Properties;

/**
 * What the bot says in one language: {@code texts_<code>.properties}, where {@code {0}} is a place for something else and HTML is markup.
 * Another language is another file and another {@link Language}. Immutable.
 */
final class Texts {
    private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);

    static {
        Arrays.stream(Language.values()).forEach(language -> ALL.put(language, new Texts(language)));
    }

    private final Locale locale;
    private final Properties lines;

    private Texts(Language language) {
        this.locale = Locale.forLanguageTag(language.code());
        this.lines = read(language);
    }

    static Texts in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    static Properties read(Language language) {
        String file = "texts_" + language.code() + ".properties";
        try (InputStream bytes = Objects.requireNonNull(Texts.class.getResourceAsStream(file), file);
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            Properties lines = new Properties();
            lines.load(reader);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Html say(Phrase phrase, Html... parts) {
        return fill(phrase.key(), parts);
    }

    /** What stands on a button or in a menu: no markup there. */
    String label(Phrase phrase, String... parts) {
        return new MessageFormat(line(phrase.key()), locale).format(parts);
    }

    Html cause(Cause cause) {
        return fill("cause." + cause.code());
    }

    Html refusal(Refusal refusal) {
        return fill("refusal." + refusal.code());
    }

    Html day(Instant when) {
        return Html.text(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(when.atOffset(ZoneOffset.UTC)));
    }

    private Html fill(String key, Html... parts) {
        Object[] markup = Arrays.stream(parts).map(Html::markup).toArray();
        return new Html(new MessageFormat(line(key), locale).format(markup));
    }

    private String line(String key) {
        return Optional.ofNullable(lines.getProperty(key))
                .orElseThrow(() -> new IllegalStateException("no text for " + key));
    }
}
