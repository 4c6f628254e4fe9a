package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.page.Frame.Screen;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.usecase.app.ShowApp;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.refresh.Verdict;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person's own app at a platform: how to get one, step by step, or how the one they brought is and what it needs. Safe for many threads.
 */
@Singleton
final class OwnAppPage {
    private final SeatsPart seatsPart;
    private final Connections connections;
    private final Frontend frontend;
    private final Clock clock;
    private final Template page = Template.at("pages/own-app.html");
    private final Template none = Template.at("parts/own-app-none.html");
    private final Template people = Template.at("parts/own-app-people.html");
    private final Template brought = Template.at("parts/own-app-brought.html");
    private final Template form = Template.at("parts/own-app-form.html");
    private final Template copied = Template.at("parts/copied.html");
    private final Template paste = Template.at("parts/paste.html");

    OwnAppPage(SeatsPart seatsPart, Connections connections, Frontend frontend, Clock clock) {
        this.seatsPart = seatsPart;
        this.connections = connections;
        this.frontend = frontend;
        this.clock = clock;
    }

    Screen write(SignedIn who, ShowApp.View view, Words words) {
        String title = words.say("own-app.title", view.platform().name());
        Html state = view.app().map(health -> brought(who, view, health, words)).orElseGet(() -> steps(view, words));
        Html content = page.fill(
                words,
                Map.of(
                        "title", Html.text(title),
                        "id", Html.text(view.platform().id().value()),
                        "platform", Html.text(view.platform().name()),
                        "state", state,
                        "paste", paste.fill(words, Map.of())));
        return new Screen("own-app", "/apps/" + view.platform().id(), title, Html.NONE, content);
    }

    // ---- none yet ----

    private Html steps(ShowApp.View view, Words words) {
        ProviderDescriptor platform = view.platform();
        return none.fill(
                words,
                Map.of(
                        "console", Html.text(platform.console().toString()),
                        "openConsole", Html.text(words.say("own-app.open-console", platform.name())),
                        "clicks", clicks(platform, words),
                        "redirect", redirect(view, words),
                        "people", people(platform, words),
                        "stepPaste",
                                Html.text(words.say(
                                        secretNeeded(platform) ? "own-app.step-paste" : "own-app.step-paste-id")),
                        "form", form(platform, "", words),
                        "scopes", scopes(platform, words)));
    }

    /** Where to click in the platform's console, where that is known; what is the same everywhere otherwise. */
    private static Html clicks(ProviderDescriptor platform, Words words) {
        String line = words.find("own-app.clicks." + platform.id()).orElseGet(() -> words.say("own-app.clicks"));
        Html items = Html.lines(
                line.lines().map(step -> new Html("<li>" + Html.text(step).markup() + "</li>")));
        return new Html("<ul>" + items.markup() + "</ul>");
    }

    private Html people(ProviderDescriptor platform, Words words) {
        var seats = platform.appTerms().seats();
        return seats.isPresent()
                ? people.fill(
                        words,
                        Map.of(
                                "words",
                                Html.text(words.say("own-app.people-words", platform.name(), seats.getAsInt()))))
                : Html.NONE;
    }

    private Html redirect(ShowApp.View view, Words words) {
        return copied(
                "redirect-uri",
                words.say("own-app.redirect-uri"),
                view.redirectUri().toString(),
                words);
    }

    private Html scopes(ProviderDescriptor platform, Words words) {
        if (platform.scopes().isEmpty()) {
            return Html.NONE;
        }
        Html why = Html.lines(platform.scopes().stream()
                .map(reason -> new Html("<li>%s <code>%s</code></li>"
                        .formatted(
                                Html.text(words.said(reason.why())).markup(),
                                Html.text(reason.scope().value()).markup()))));
        String all = String.join(" ", platform.defaultScopes().names());
        return new Html("<details id=\"app-scopes\"><summary>%s</summary><ul class=\"scopes\">%s</ul>%s</details>"
                .formatted(
                        Html.text(words.say("own-app.scopes")).markup(),
                        why.markup(),
                        copied("scopes", words.say("own-app.scopes-label"), all, words)
                                .markup()));
    }

    private Html copied(String id, String label, String value, Words words) {
        return copied.fill(words, Map.of("id", Html.text(id), "label", Html.text(label), "value", Html.text(value)));
    }

    private Html form(ProviderDescriptor platform, String clientId, Words words) {
        boolean needed = secretNeeded(platform);
        return form.fill(
                words,
                Map.of(
                        "clientId", Html.text(clientId),
                        "secretLabel",
                                Html.text(words.say(needed ? "own-app.client-secret" : "own-app.client-secret-if")),
                        "required", needed ? new Html(" required") : Html.NONE));
    }

    private static boolean secretNeeded(ProviderDescriptor platform) {
        return !platform.can(Capability.PUBLIC_CLIENT);
    }

    // ---- there is one ----

    private Html brought(SignedIn who, ShowApp.View view, ShowApp.Health health, Words words) {
        ProviderDescriptor platform = view.platform();
        OwnApp app = health.app();
        Verdict verdict = health.verdict();
        boolean doubted = health.condition() instanceof AppCondition.Doubted doubt && !doubt.isOver(clock.instant());
        return brought.fill(
                words,
                Map.ofEntries(
                        Map.entry("id", Html.text(platform.id().value())),
                        Map.entry("clientId", Html.text(app.clientId())),
                        Map.entry(
                                "tone",
                                Html.text(doubted ? "waiting" : verdict.state().code())),
                        Map.entry(
                                "stateWords",
                                Html.text(words.say("app-state."
                                        + (doubted ? "doubted" : verdict.state().code())))),
                        Map.entry("trouble", trouble(platform, verdict, doubted, words)),
                        Map.entry("secret", secret(app, words)),
                        Map.entry("connections", Html.text(connectionsMade(health, words))),
                        Map.entry("notListed", notListed(platform, health, words)),
                        Map.entry("returnTo", Html.text(frontend.baseUrl() + "/")),
                        Map.entry(
                                "reconnect",
                                Html.text(String.valueOf(connections
                                        .of(who.account(), platform.id())
                                        .isPresent()))),
                        Map.entry("seats", seatsPart.write(who, platform, words)),
                        Map.entry("redirect", redirect(view, words)),
                        Map.entry("scopes", scopes(platform, words)),
                        Map.entry("open", verdict.isWell() ? Html.NONE : new Html(" open")),
                        Map.entry("form", form(platform, app.clientId(), words))));
    }

    private static Html trouble(ProviderDescriptor platform, Verdict verdict, boolean doubted, Words words) {
        Optional<Cause> cause = doubted ? Optional.of(Cause.DEATHS_DOUBTED) : verdict.cause();
        return cause.map(why -> new Html("<p class=\"cause\">%s%s%s</p>%s"
                        .formatted(
                                Html.text(words.cause(why)).markup(),
                                verdict.since()
                                        .map(when -> time(words.say("card.since"), when, words))
                                        .orElse(""),
                                verdict.retryAt()
                                        .map(when -> time(words.say("own-app.next-try"), when, words))
                                        .orElse(""),
                                words.find("own-app.step." + why.code(), platform.name())
                                        .map(step ->
                                                "<p><strong>" + Html.text(step).markup() + "</strong></p>")
                                        .orElse(""))))
                .orElse(Html.NONE);
    }

    private static String time(String before, Instant when, Words words) {
        return " <span class=\"quiet\">%s %s.</span>"
                .formatted(
                        Html.text(before).markup(), TimeTag.moment(words, when).markup());
    }

    private static Html secret(OwnApp app, Words words) {
        String now = app.secret().isEmpty()
                ? words.say("own-app.no-secret")
                : words.say("own-app.secret-since", words.day(app.secretSince()));
        String before = app.previous()
                .map(previous -> " " + words.say("own-app.previous-secret", words.day(previous.until())))
                .orElse("");
        return Html.text(now + before);
    }

    private static String connectionsMade(ShowApp.Health health, Words words) {
        String made = words.count("own-app.connections", health.connections());
        return health.waiting() > 0 ? made + " " + words.count("own-app.waiting", health.waiting()) : made;
    }

    private static Html notListed(ProviderDescriptor platform, ShowApp.Health health, Words words) {
        List<ShowApp.NotListed> missing = health.notListed();
        if (missing.isEmpty()) {
            return Html.NONE;
        }
        Html people = Html.lines(missing.stream()
                .map(one -> new Html("<li>%s%s</li>"
                        .formatted(
                                Html.text(one.displayName()).markup(),
                                time(words.say("card.since"), one.since(), words)))));
        return new Html("<div id=\"app-not-listed\"><p><strong>%s</strong></p><ul>%s</ul><p>%s</p></div>"
                .formatted(
                        Html.text(words.say("own-app.not-listed", platform.name()))
                                .markup(),
                        people.markup(),
                        Html.text(words.say("own-app.list-step", platform.name()))
                                .markup()));
    }
}
