package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.account.Language;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes what is around every page: the way to the others, signing out, the language. Safe for many threads. */
@Singleton
final class Frame {
    private final Template page = Template.at("pages/frame.html");
    private final Template memberNavigation = Template.at("parts/navigation.html");

    /**
     * A page.
     *
     * @param name of its script and of its link in the navigation
     * @param path where it is
     * @param notice what to say first; {@link Html#NONE} for nothing
     */
    record Screen(String name, String path, String title, Html notice, Html content) {}

    Html render(Visitor visitor, Screen screen) {
        Words words = visitor.words();
        return page.fill(
                words,
                Map.of(
                        "language", Html.text(words.language().code()),
                        "title", Html.text(screen.title()),
                        "name", Html.text(screen.name()),
                        "navigation", visitor.who().isPresent() ? navigation(visitor, screen) : Html.NONE,
                        "notice", screen.notice(),
                        "content", screen.content(),
                        "languages", languages(words, screen)));
    }

    private Html navigation(Visitor visitor, Screen screen) {
        Words words = visitor.words();
        List<String> places =
                visitor.operator() ? List.of("connections", "account", "operator") : List.of("connections", "account");
        return memberNavigation.fill(
                words, Map.of("links", Html.lines(places.stream().map(place -> link(place, words, screen)))));
    }

    private static Html link(String place, Words words, Screen screen) {
        return new Html("<a href=\"%s\"%s>%s</a>"
                .formatted(
                        place.equals("connections") ? "/" : "/" + place,
                        place.equals(screen.name()) ? " aria-current=\"page\"" : "",
                        Html.text(words.say("nav." + place)).markup()));
    }

    private static Html languages(Words words, Screen screen) {
        Stream<Html> others = Arrays.stream(Language.values())
                .filter(language -> language != words.language())
                .map(language -> new Html("<a href=\"%s?%s=%s\" lang=\"%s\" hreflang=\"%s\" rel=\"nofollow\">%s</a>"
                        .formatted(
                                Html.text(screen.path()).markup(),
                                LanguageCookie.NAME,
                                language.code(),
                                language.code(),
                                language.code(),
                                Html.text(Words.in(language).say("language.name"))
                                        .markup())));
        return Html.lines(others);
    }
}
