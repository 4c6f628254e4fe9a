package dev.patchbay.app.wiring;

import dev.patchbay.adapter.telegram.TelegramSettings;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.chat.ChatLinks;
import dev.patchbay.port.chat.ChatOutbox;
import dev.patchbay.port.chat.ChatSignIns;
import dev.patchbay.port.chat.ChatUpdates;
import dev.patchbay.port.chat.ChatWords;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.chat.ConsentEnds;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.account.EraseAccount;
import dev.patchbay.usecase.attempt.BotAddress;
import dev.patchbay.usecase.chat.ChatAccounts;
import dev.patchbay.usecase.chat.ChatLimits;
import dev.patchbay.usecase.chat.ConnectFromChat;
import dev.patchbay.usecase.chat.LeaveForAnother;
import dev.patchbay.usecase.chat.LinkChat;
import dev.patchbay.usecase.chat.ManageChats;
import dev.patchbay.usecase.chat.PurgeChats;
import dev.patchbay.usecase.chat.RemindOfConsent;
import dev.patchbay.usecase.chat.SealMessage;
import dev.patchbay.usecase.chat.SeatNotices;
import dev.patchbay.usecase.chat.SignInByChat;
import dev.patchbay.usecase.chat.TellChat;
import dev.patchbay.usecase.connection.ConnectPlatform;
import dev.patchbay.usecase.session.StartSession;
import dev.patchbay.usecase.signin.WaysInChanged;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** What people do in a chat, and what they are told there. */
@Factory
final class ChatActs {
    private static final ProviderId MESSENGER = new ProviderId("telegram");

    /** Without a bot nobody is sent to its address. */
    @Singleton
    BotAddress botAddress(TelegramSettings settings) {
        return new BotAddress(MESSENGER, "Telegram", settings.chat().orElse(settings.linkUrl()));
    }

    @Singleton
    SealMessage sealMessage(TokenVault vault, SecretSource secrets, Clock clock) {
        return new SealMessage(vault, secrets, clock);
    }

    @Singleton
    SeatNotices seatNotices(Seats seats, Accounts accounts) {
        return new SeatNotices(seats, accounts);
    }

    @Singleton
    TellChat tellChat(ChatOutbox outbox, ChatWords words, SealMessage sealMessage) {
        return new TellChat(outbox, words, sealMessage);
    }

    @Singleton
    ChatAccounts chatAccounts(Chats chats, Activity activity, SecretSource secrets, Clock clock) {
        return new ChatAccounts(chats, activity, secrets, clock);
    }

    @Singleton
    ChatLimits chatLimits(Chats chats, ChatOutbox outbox, SecretSource secrets, Clock clock) {
        return new ChatLimits(chats, outbox, secrets, clock);
    }

    @Singleton
    ConnectFromChat connectFromChat(ConnectPlatform connectPlatform, BotAddress bot) {
        return new ConnectFromChat(connectPlatform, bot);
    }

    @Singleton
    LeaveForAnother leaveForAnother(
            Connections connections,
            OwnApps ownApps,
            Seats seats,
            SignInMethods methods,
            Chats chats,
            EraseAccount eraseAccount) {
        return new LeaveForAnother(connections, ownApps, seats, methods, chats, eraseAccount);
    }

    @Singleton
    LinkChat linkChat(
            ChatLinks links,
            ChatSignIns signIns,
            Chats chats,
            Accounts accounts,
            LeaveForAnother leave,
            TellChat tellChat,
            Activity activity,
            SecretSource secrets,
            Clock clock) {
        return new LinkChat(links, signIns, chats, accounts, leave, tellChat, activity, secrets, clock);
    }

    @Singleton
    ManageChats manageChats(
            Chats chats,
            ChatSignIns signIns,
            TellChat tellChat,
            WaysInChanged waysInChanged,
            Activity activity,
            Clock clock) {
        return new ManageChats(chats, signIns, tellChat, waysInChanged, activity, clock);
    }

    @Singleton
    SignInByChat signInByChat(
            ChatSignIns signIns,
            ChatLinks links,
            Chats chats,
            Accounts accounts,
            StartSession startSession,
            TelegramSettings settings,
            BotAddress address,
            SecretSource secrets,
            Clock clock) {
        Optional<BotAddress> bot = settings.bot().map(there -> address);
        return new SignInByChat(signIns, links, chats, accounts, startSession, bot, secrets, clock);
    }

    @Singleton
    RemindOfConsent remindOfConsent(ConsentEnds consentEnds, Chats chats, TellChat tellChat, Clock clock) {
        return new RemindOfConsent(consentEnds, chats, tellChat, clock);
    }

    @Singleton
    PurgeChats purgeChats(ChatUpdates updates, ChatOutbox outbox, ChatLinks links, ChatSignIns signIns, Clock clock) {
        return new PurgeChats(updates, outbox, links, signIns, clock);
    }
}
