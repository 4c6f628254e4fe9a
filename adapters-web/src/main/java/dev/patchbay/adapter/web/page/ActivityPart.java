package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.account.ManageAccount;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happened to an account, in the reader's language. Safe for many threads. */
@Singleton
final class ActivityPart {
    private static final int SHOWN = 50;

    private final ManageAccount manageAccount;
    private final PartyNames names;

    ActivityPart(ManageAccount manageAccount, PartyNames names) {
        this.manageAccount = manageAccount;
        this.names = names;
    }

    Html write(SignedIn who, Words words, boolean all) {
        List<Event> events = manageAccount.activity(who);
        return events.isEmpty()
                ? new Html(
                        "<li>" + Html.text(words.say("account.activity.none")).markup() + "</li>")
                : Html.lines(events.stream()
                        .limit(all ? events.size() : SHOWN)
                        .map(event -> new Html("<li><span>%s</span> <span class=\"quiet\">%s</span></li>"
                                .formatted(
                                        Html.text(told(event, words)).markup(),
                                        TimeTag.moment(words, event.at()).markup()))));
    }

    /** Nothing when all there is to see is seen. */
    Html more(SignedIn who, Words words, boolean all) {
        return all || manageAccount.activity(who).size() <= SHOWN
                ? Html.NONE
                : new Html("<p><a id=\"more-activity\" href=\"/account?activity=all#account-activity\">%s</a></p>"
                        .formatted(Html.text(words.say("account.activity.more")).markup()));
    }

    static String key(Event.Kind kind) {
        return "activity." + kind.name().toLowerCase(Locale.ROOT);
    }

    private String told(Event event, Words words) {
        String party = event.provider().map(names::of).orElse("");
        String line = words.say(key(event.kind()), party);
        return why(event).map(cause -> line + ". " + words.cause(cause)).orElse(line);
    }

    private static Optional<Cause> why(Event event) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.code().equals(event.detail()))
                .findFirst();
    }
}
