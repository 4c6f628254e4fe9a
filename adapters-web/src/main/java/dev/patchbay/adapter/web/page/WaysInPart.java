package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.usecase.account.ExportAccount.Kept;
import dev.patchbay.usecase.chat.SignInByChat;
import dev.patchbay.usecase.provider.ListProviders;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways into an account: which there are, which can be added, and how to sign in by one of them once more. Safe for many threads. */
@Singleton
final class WaysInPart {
    private final ListProviders listProviders;
    private final SignInByChat signInByChat;
    private final PartyNames names;
    private final Template merge = Template.at("parts/account-merge.html");

    WaysInPart(ListProviders listProviders, SignInByChat signInByChat, PartyNames names) {
        this.listProviders = listProviders;
        this.signInByChat = signInByChat;
        this.names = names;
    }

    Html methods(Kept kept, Words words) {
        if (kept.methods().isEmpty()) {
            return new Html(
                    "<li>" + Html.text(words.say("account.methods.none")).markup() + "</li>");
        }
        boolean removable = kept.methods().size() > 1;
        return Html.lines(kept.methods().stream().map(method -> method(method, removable, words)));
    }

    /** The last one cannot be removed, so nobody is offered to. */
    private Html method(SignInMethod method, boolean removable, Words words) {
        ExternalIdentity identity = method.identity();
        String id = identity.provider().value();
        String name = names.of(identity.provider());
        String dates = words.say("account.methods.dates", words.day(method.linkedAt()), words.day(method.lastUsedAt()));
        Html about = Html.text(identity.email()
                .or(identity::name)
                .map(who -> who + " · " + dates)
                .orElse(dates));
        Html remove = removable
                ? AccountThing.act(
                        words, "plain", "unlink-" + id, "unlink", id, name, words.say("account.methods.remove"), name)
                : Html.NONE;
        return AccountThing.of(words, "method-" + id, name, Html.NONE, about, remove);
    }

    /** What is configured and not linked. */
    Html adding(Kept kept, Words words) {
        List<ProviderId> linked = kept.methods().stream()
                .map(method -> method.identity().provider())
                .toList();
        return Html.lines(listProviders.forSignIn().stream()
                .filter(provider -> !linked.contains(provider.id()))
                .map(provider -> button(words, "", "add-", "link", provider, "account.methods.add")));
    }

    Html merging(Words words) {
        List<IdentityProvider> providers = listProviders.forSignIn();
        return providers.isEmpty()
                ? Html.NONE
                : merge.fill(
                        words,
                        Map.of(
                                "buttons",
                                Html.lines(providers.stream()
                                        .map(provider -> button(
                                                words, "", "merge-", "merge", provider, "account.merge.with")))));
    }

    private static Html button(
            Words words, String look, String id, String act, IdentityProvider provider, String label) {
        String party = provider.id().value();
        return AccountThing.act(words, look, id + party, act, party, words.say(label, provider.name()));
    }

    /** Buttons for whoever has to sign in once more: by what is linked and still configured, and by a chat. */
    Html again(Kept kept, Words words) {
        Stream<Html> byMethod = kept.methods().stream()
                .map(method -> method.identity().provider())
                .flatMap(id -> listProviders.forSignIn().stream()
                        .filter(provider -> provider.id().equals(id)))
                .map(provider -> button(words, "main", "again-", "sign-in-again", provider, "sign-in.with"));
        Optional<Html> byChat = signInByChat
                .bot()
                .filter(_ -> !kept.chats().isEmpty())
                .map(bot -> AccountThing.act(
                        words, "main", "again-by-chat", "sign-in-again", "", words.say("sign-in.by-chat", bot.name())));
        return Html.lines(Stream.concat(byMethod, byChat.stream()));
    }
}
