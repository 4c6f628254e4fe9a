package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.page.Frame.Screen;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.usecase.account.ExportAccount;
import dev.patchbay.usecase.account.ExportAccount.Kept;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A person's account, as all that is kept of them says. Safe for many threads. */
@Singleton
final class AccountPage {
    private final ExportAccount exportAccount;
    private final WaysInPart waysIn;
    private final PresencePart presence;
    private final ActivityPart activity;
    private final ErasePart erase;
    private final Template page = Template.at("pages/account.html");

    AccountPage(
            ExportAccount exportAccount,
            WaysInPart waysIn,
            PresencePart presence,
            ActivityPart activity,
            ErasePart erase) {
        this.exportAccount = exportAccount;
        this.waysIn = waysIn;
        this.presence = presence;
        this.activity = activity;
        this.erase = erase;
    }

    /**
     * The page; empty when the account was erased meanwhile.
     *
     * @param all whether more of the activity is shown than the latest
     */
    Optional<Screen> write(SignedIn who, Words words, Html notice, boolean all) {
        return exportAccount
                .of(who)
                .map(kept -> new Screen(
                        "account", "/account", words.say("account.title"), notice, content(who, kept, words, all)));
    }

    private Html content(SignedIn who, Kept kept, Words words, boolean all) {
        Account account = kept.account();
        String name = account.displayName().value();
        return page.fill(
                words,
                Map.ofEntries(
                        Map.entry("about", about(account, words)),
                        Map.entry("face", Face.of(name, Optional.empty())),
                        Map.entry("name", Html.text(name)),
                        Map.entry("email", email(kept)),
                        Map.entry("languages", languages(account, words)),
                        Map.entry("methods", waysIn.methods(kept, words)),
                        Map.entry("adding", waysIn.adding(kept, words)),
                        Map.entry("merging", waysIn.merging(words)),
                        Map.entry("sessions", presence.sessions(who, kept, words)),
                        Map.entry("chats", presence.chats(kept, words)),
                        Map.entry("activity", activity.write(who, words, all)),
                        Map.entry("more", activity.more(who, words, all)),
                        Map.entry("loses", erase.loses(kept, words)),
                        Map.entry("ways", waysIn.again(kept, words))));
    }

    private static Html about(Account account, Words words) {
        return Html.text(words.say("account.about", account.id().value(), words.day(account.createdAt())));
    }

    /** What the way in that was used last says; for display. */
    private static Html email(Kept kept) {
        return kept.methods().stream()
                .sorted(Comparator.comparing(SignInMethod::lastUsedAt).reversed())
                .flatMap(method -> method.identity().email().stream())
                .findFirst()
                .map(address -> new Html(
                        "<div class=\"small quiet\">" + Html.text(address).markup() + "</div>"))
                .orElse(Html.NONE);
    }

    private static Html languages(Account account, Words words) {
        Stream<Html> none = account.language().isPresent()
                ? Stream.empty()
                : Stream.of(option("", words.say("account.language.none"), true));
        return Html.lines(Stream.concat(
                none,
                Arrays.stream(Language.values())
                        .map(language -> option(
                                language.code(),
                                Words.in(language).say("language.name"),
                                account.language().equals(Optional.of(language))))));
    }

    private static Html option(String value, String label, boolean chosen) {
        return new Html("<option value=\"%s\"%s>%s</option>"
                .formatted(value, chosen ? " selected" : "", Html.text(label).markup()));
    }
}
