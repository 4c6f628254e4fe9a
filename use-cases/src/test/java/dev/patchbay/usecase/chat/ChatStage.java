package dev.patchbay.usecase.chat;

import static dev.patchbay.port.ChatFixtures.aChatUser;

import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.chat.ChatWords;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.World.Trip;
import dev.patchbay.usecase.account.EraseAccount;
import dev.patchbay.usecase.attempt.Beginning.Begun;
import dev.patchbay.usecase.attempt.BotAddress;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A service with a bot. */
final class ChatStage {

    static final BotAddress BOT =
            new BotAddress(new ProviderId("telegram"), "Telegram", URI.create("https://t.me/patchbay_bot"));
    static final String DEVICE = "Telegram";

    final World world = new World();

    /** Says a notice as it is written in Java, and in which language. */
    final ChatWords words = (chat, notice) -> Secret.of(chat.language() + " " + notice);

    final ChatAccounts accounts =
            new ChatAccounts(world.store.chats(), world.store.activity(), world.secrets, world.clock);
    final SealMessage sealMessage = new SealMessage(world.vault, world.secrets, world.clock);
    final TellChat tellChat = new TellChat(world.store.chatOutbox(), words, sealMessage);
    final TellChats activity = new TellChats(
            world.store.activity(),
            world.store.chats(),
            new SeatNotices(world.store.seats(), world.store.accounts()),
            tellChat);
    final ConnectFromChat connect = new ConnectFromChat(world.connectPlatform, BOT);
    final EraseAccount eraseAccount = new EraseAccount(
            world.store.accounts(), world.store.connections(), world.disconnect, world.removeApp, world.vault);
    final LinkChat linkChat = new LinkChat(
            world.store.chatLinks(),
            world.store.chatSignIns(),
            world.store.chats(),
            world.store.accounts(),
            new LeaveForAnother(
                    world.store.connections(),
                    world.store.ownApps(),
                    world.store.seats(),
                    world.store.signInMethods(),
                    world.store.chats(),
                    eraseAccount),
            tellChat,
            world.store.activity(),
            world.secrets,
            world.clock);

    final SignInByChat signInByChat = new SignInByChat(
            world.store.chatSignIns(),
            world.store.chatLinks(),
            world.store.chats(),
            world.store.accounts(),
            world.startSession,
            Optional.of(BOT),
            world.secrets,
            world.clock);

    /** Somebody writes for the first time. */
    Present newcomer() {
        return enter(aChatUser());
    }

    Present enter(ChatUser user) {
        return accounts.enter(user, Optional.of("en"), Optional.of("Ann"));
    }

    Trip connecting(Present present, FakePlatform platform) {
        return new Trip(platform.id(), false, (Begun) connect.connect(present, platform.id(), false));
    }

    /** What the bot has yet to say in that chat, in its order; it is said then. */
    List<String> said(ChatUser user) {
        List<String> said = new ArrayList<>();
        for (Optional<Outgoing> next = next(user); next.isPresent(); next = next(user)) {
            said.add(read(next.get()));
            world.store.chatOutbox().sent(next.get().id());
        }
        return said;
    }

    List<String> said(Chat chat) {
        return said(chat.user());
    }

    private Optional<Outgoing> next(ChatUser user) {
        return world.store.chatOutbox().due(world.clock.instant(), 500).stream()
                .filter(message -> message.to().equals(user))
                .findFirst();
    }

    String read(Outgoing message) {
        return switch (sealMessage.open(message)) {
            case Opening.Opened(var body) -> body.reveal();
            case Opening.Unreadable() -> throw new AssertionError("unreadable");
        };
    }
}
