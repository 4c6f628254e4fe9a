package dev.patchbay.app.wiring;

import dev.patchbay.adapter.telegram.TelegramSettings;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.usecase.chat.SeatNotices;
import dev.patchbay.usecase.chat.TellChat;
import dev.patchbay.usecase.chat.TellChats;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/** Where there is a bot, what happens to an account is told in its chats too, whoever notes it. */
@Singleton
final class TellingActivity implements BeanCreatedEventListener<Activity> {
    private final BeanProvider<TelegramSettings> settings;
    private final BeanProvider<Chats> chats;
    private final BeanProvider<SeatNotices> seatNotices;
    private final BeanProvider<TellChat> tellChat;

    TellingActivity(
            BeanProvider<TelegramSettings> settings,
            BeanProvider<Chats> chats,
            BeanProvider<SeatNotices> seatNotices,
            BeanProvider<TellChat> tellChat) {
        this.settings = settings;
        this.chats = chats;
        this.seatNotices = seatNotices;
        this.tellChat = tellChat;
    }

    @Override
    public Activity onCreated(BeanCreatedEvent<Activity> event) {
        return settings.get().bot().isEmpty()
                ? event.getBean()
                : new TellChats(event.getBean(), chats.get(), seatNotices.get(), tellChat.get());
    }
}
