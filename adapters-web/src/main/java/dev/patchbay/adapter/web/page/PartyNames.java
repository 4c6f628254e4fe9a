package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.attempt.BotAddress;
import dev.patchbay.usecase.chat.SignInByChat;
import dev.patchbay.usecase.provider.Providers;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What people call the parties here. Safe for many threads. */
@Singleton
final class PartyNames {
    private final Providers providers;
    private final SignInByChat signInByChat;

    PartyNames(Providers providers, SignInByChat signInByChat) {
        this.providers = providers;
        this.signInByChat = signInByChat;
    }

    /** The id itself where nobody here knows a name. */
    String of(ProviderId id) {
        return Optional.ofNullable(providers.names().get(id))
                .or(() -> signInByChat
                        .bot()
                        .filter(bot -> bot.messenger().equals(id))
                        .map(BotAddress::name))
                .orElse(id.value());
    }
}
