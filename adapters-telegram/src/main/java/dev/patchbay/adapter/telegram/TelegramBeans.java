package dev.patchbay.adapter.telegram;

import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.port.Background;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.Pause;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.chat.BotDuty;
import dev.patchbay.port.chat.ChatOutbox;
import dev.patchbay.port.chat.ChatUpdates;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.settings.Settings;
import dev.patchbay.port.vault.KeptSecrets;
import dev.patchbay.usecase.account.EraseAccount;
import dev.patchbay.usecase.account.ManageAccount;
import dev.patchbay.usecase.attempt.FinishFromPaste;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.attempt.RedeemHandoff;
import dev.patchbay.usecase.chat.ChatAccounts;
import dev.patchbay.usecase.chat.ChatLimits;
import dev.patchbay.usecase.chat.ConnectFromChat;
import dev.patchbay.usecase.chat.LinkChat;
import dev.patchbay.usecase.chat.SealMessage;
import dev.patchbay.usecase.chat.SignInByChat;
import dev.patchbay.usecase.connection.ConnectionHealth;
import dev.patchbay.usecase.connection.Disconnect;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.session.ManageSessions;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;

/** Puts the bot together. */
@Factory
final class TelegramBeans {
    @Singleton
    TelegramSettings settings(Settings settings, Frontend frontend) {
        return TelegramSettings.read(settings, frontend.baseUrl());
    }

    @Singleton
    PlatformNames names(Providers providers) {
        return new PlatformNames(providers);
    }

    @Singleton
    Notices notices(PlatformNames names, Frontend frontend) {
        return new Notices(names, frontend.home());
    }

    @Singleton
    ConnectTalk connectTalk(
            PlatformNames names,
            ConnectFromChat connect,
            RedeemHandoff redeem,
            FinishFromPaste paste,
            ChatAccounts accounts,
            ChatLimits limits,
            StatusTalk status,
            Frontend frontend) {
        return new ConnectTalk(names, connect, redeem, paste, accounts, limits, status, frontend);
    }

    @Singleton
    StatusTalk statusTalk(
            PlatformNames names, ConnectionHealth health, Disconnect disconnect, Frontend frontend, Clock clock) {
        return new StatusTalk(names, health, disconnect, frontend, clock);
    }

    @Singleton
    SelfTalk selfTalk(
            ManageAccount manage, ChatAccounts accounts, LinkChat linkChat, ChatLimits limits, Frontend frontend) {
        return new SelfTalk(manage, accounts, linkChat, limits, frontend);
    }

    @Singleton
    SignInTalk signInTalk(SignInByChat signInByChat, ManageSessions sessions, ChatLimits limits, Frontend frontend) {
        return new SignInTalk(signInByChat, sessions, limits, frontend);
    }

    @Singleton
    LeaveTalk leaveTalk(PlatformNames names, EraseAccount eraseAccount, Clock clock) {
        return new LeaveTalk(names, eraseAccount, clock);
    }

    @Singleton
    Surroundings surroundings(
            GuardedHttp http,
            ChatUpdates updates,
            ChatOutbox outbox,
            Chats chats,
            BotDuty duty,
            Presence presence,
            SealMessage sealMessage,
            SecretSource secrets,
            KeptSecrets kept,
            Background background,
            Pause pause,
            Monotonic monotonic,
            Clock clock) {
        return new Surroundings(
                http,
                updates,
                outbox,
                chats,
                duty,
                presence,
                sealMessage,
                secrets,
                kept,
                background,
                pause,
                monotonic,
                clock);
    }

    @Singleton
    TelegramBot bot(
            TelegramSettings settings,
            Surroundings world,
            ChatAccounts accounts,
            ChatLimits limits,
            ConnectTalk connect,
            StatusTalk status,
            SelfTalk self,
            SignInTalk signIn,
            LeaveTalk leave,
            Frontend frontend) {
        return new TelegramBot(settings.bot().map(bot -> {
            URI chat = settings.chat().orElseThrow();
            var conversation = new Conversation(
                    bot.username(), chat, accounts, limits, connect, status, self, signIn, leave, world.sealMessage());
            return world.parts(settings, bot, conversation, frontend.baseUrl());
        }));
    }
}
