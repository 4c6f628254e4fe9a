package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.chat.SignInByChat;
import dev.patchbay.usecase.provider.ListProviders;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the start page. Signing in works without scripts; the rest is shown by {@code page.js}. Which of the two faces
 * is seen first is decided here, so that no browser shows the wrong one for a moment.
 */
@Singleton
final class StartPage {
    private final ListProviders listProviders;
    private final SignInByChat signInByChat;
    private final Frontend frontend;
    private final Template page = template("web/index.html");
    private final Template signInForm = template("web/sign-in-form.html");
    private final Template chatSignInForm = template("web/chat-sign-in-form.html");
    private final Template choiceForm = template("web/choice.html");
    private final Html signedInPart = new Html(read("web/signed-in.html"));
    private final Html nobodyToAsk = new Html(read("web/no-providers.html"));

    StartPage(ListProviders listProviders, SignInByChat signInByChat, Frontend frontend) {
        this.listProviders = listProviders;
        this.signInByChat = signInByChat;
        this.frontend = frontend;
    }

    /**
     * The page as a visitor sees it.
     *
     * @param open what the visitor has to choose, which works without scripts too
     * @param operator what operators see besides
     */
    Html render(Visit visit, List<Choice> open, Html operator) {
        List<IdentityProvider> providers = listProviders.forSignIn();
        Map<String, String> platforms = platformNames();
        Map<String, String> everybody = new HashMap<>(platforms);
        providers.forEach(provider -> everybody.put(provider.id().value(), provider.name()));
        // Only the name of a platform that is here goes back into the page.
        Optional<String> reconnect = visit.reconnect().filter(platforms::containsKey);
        return page.fill(Map.of(
                "home", Html.text(home()),
                "session", Html.text(visit.signedIn() ? "claimed" : "none"),
                "reconnect", Html.text(reconnect.orElse("")),
                "notice", Notices.of(visit, everybody).map(Notice::html).orElse(Html.NONE),
                "hidden", visit.signedIn() ? new Html(" hidden") : Html.NONE,
                "providers", signInForms(providers, reconnect),
                "choices", Html.lines(open.stream().map(choice -> choice(choice, platforms))),
                "signedIn", visit.signedIn() ? signedInPart : Html.NONE,
                "operator", operator,
                "causes", visit.signedIn() ? causes() : Html.NONE));
    }

    /** Our own page, also when the operator's usual frontend is another one. */
    private String home() {
        return frontend.baseUrl() + "/";
    }

    private Map<String, String> platformNames() {
        Map<String, String> names = new HashMap<>();
        listProviders
                .platforms()
                .forEach(offer -> names.put(
                        offer.descriptor().id().value(), offer.descriptor().name()));
        return names;
    }

    private Html signInForms(List<IdentityProvider> providers, Optional<String> reconnect) {
        String returnTo =
                home() + reconnect.map(platform -> "?reconnect=" + platform).orElse("");
        List<Html> ways = Stream.concat(
                        providers.stream()
                                .map(provider -> signInForm.fill(Map.of(
                                        "id", Html.text(provider.id().value()),
                                        "name", Html.text(provider.name()),
                                        "returnTo", Html.text(returnTo)))),
                        signInByChat.bot().stream()
                                .map(bot -> chatSignInForm.fill(
                                        Map.of("name", Html.text(bot.name()), "returnTo", Html.text(returnTo)))))
                .toList();
        return ways.isEmpty() ? nobodyToAsk : Html.lines(ways.stream());
    }

    private Html choice(Choice choice, Map<String, String> platforms) {
        String id = choice.platform().value();
        return choiceForm.fill(Map.of(
                "id", Html.text(id),
                "platform", Html.text(platforms.getOrDefault(id, id)),
                "connected", Html.text(choice.nameOfConnected()),
                "waiting", Html.text(choice.nameOfWaiting()),
                "until", Html.text(Times.text(choice.until())),
                "clock", Html.text(Clocks.utc(choice.until()))));
    }

    /** The words that the script needs, kept in one place with the codes. */
    private static Html causes() {
        return Html.lines(Arrays.stream(Cause.values())
                .map(cause -> new Html("<p data-cause=\"%s\">%s</p>"
                        .formatted(cause.code(), Html.text(cause.words()).markup()))));
    }

    private static Template template(String path) {
        return new Template(read(path));
    }

    private static String read(String path) {
        return BundledFile.at(path, "text/html").text().strip();
    }
}
