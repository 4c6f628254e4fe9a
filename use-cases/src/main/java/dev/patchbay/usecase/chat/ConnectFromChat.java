package dev.patchbay.usecase.chat;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.BotAddress;
import dev.patchbay.usecase.attempt.Wish;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import dev.patchbay.usecase.connection.AppChoice;
import dev.patchbay.usecase.connection.ConnectPlatform;
import java.util.Optional;

/** Sends somebody from their chat to a platform. Only the same user can bring back what came of it. */
public final class ConnectFromChat {
    private final ConnectPlatform connectPlatform;
    private final BotAddress bot;

    public ConnectFromChat(ConnectPlatform connectPlatform, BotAddress bot) {
        this.connectPlatform = connectPlatform;
        this.bot = bot;
    }

    /**
     * Begins the round trip; a connection that is there makes it a reconnect.
     *
     * @param reconnect demand that there is a connection, and show the consent screen again
     */
    public Beginning connect(Present present, ProviderId platform, boolean reconnect) {
        return connectPlatform.connect(
                present.who(),
                platform,
                new AppChoice.Unsaid(),
                Wish.inChat(present.chat().user(), bot),
                Optional.empty(),
                reconnect);
    }
}
