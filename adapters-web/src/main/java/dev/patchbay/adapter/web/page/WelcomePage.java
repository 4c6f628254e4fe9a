package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.page.Frame.Screen;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.usecase.attempt.BotAddress;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.chat.SignInByChat;
import dev.patchbay.usecase.provider.ListProviders;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What strangers see: what this is, in a sentence, and the ways in. Signing in works without scripts. Safe for many threads. */
@Singleton
final class WelcomePage {
    private final ListProviders listProviders;
    private final SignInByChat signInByChat;
    private final Frontend frontend;
    private final Template page = Template.at("pages/welcome.html");
    private final Template signInForm = Template.at("parts/sign-in-form.html");
    private final Template chatSignInForm = Template.at("parts/chat-sign-in-form.html");
    private final Template nobodyToAsk = Template.at("parts/no-providers.html");

    WelcomePage(ListProviders listProviders, SignInByChat signInByChat, Frontend frontend) {
        this.listProviders = listProviders;
        this.signInByChat = signInByChat;
        this.frontend = frontend;
    }

    /** @param reconnect the platform that the visitor was asked to reconnect, and will be shown after signing in */
    Screen write(Words words, Html notice, Optional<ProviderId> reconnect) {
        Html content = page.fill(words, Map.of("ways", ways(words, reconnect)));
        return new Screen("welcome", "/", words.say("welcome.name"), notice, content);
    }

    private Html ways(Words words, Optional<ProviderId> reconnect) {
        Html returnTo = Html.text(frontend.baseUrl() + "/"
                + reconnect.map(id -> "?reconnect=" + id).orElse(""));
        List<IdentityProvider> providers = listProviders.forSignIn();
        Stream<Html> forms = providers.stream()
                .map(provider -> signInForm.fill(
                        words,
                        Map.of(
                                "id", Html.text(provider.id().value()),
                                "label", Html.text(words.say("sign-in.with", provider.name())),
                                "returnTo", returnTo)));
        Stream<Html> chat = signInByChat.bot().stream()
                .map(bot -> chatSignInForm.fill(
                        words, Map.of("label", Html.text(chatLabel(bot, providers, words)), "returnTo", returnTo)));
        List<Html> ways = Stream.concat(forms, chat).toList();
        return ways.isEmpty() ? nobodyToAsk.fill(words, Map.of()) : Html.lines(ways.stream());
    }

    /** A messenger may offer a sign-in of its own besides; then the two must not be called the same. */
    private static String chatLabel(BotAddress bot, List<IdentityProvider> providers, Words words) {
        boolean taken = providers.stream().anyMatch(provider -> provider.name().equals(bot.name()));
        return words.say(taken ? "sign-in.by-chat" : "sign-in.with", bot.name());
    }
}
