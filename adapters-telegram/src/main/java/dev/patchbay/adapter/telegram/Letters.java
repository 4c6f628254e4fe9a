package dev.patchbay.adapter.telegram;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Makes calls of replies. */
final class Letters {
    private static final String HTML = "HTML";

    private Letters() {}

    /** Nothing that is said is to be forwarded by accident, and no link in it is for Telegram to look at. */
    static BotCall call(long chat, Reply reply) {
        return switch (reply) {
            case Reply.Say say -> BotCall.of(message(chat, say));
            case Reply.Elsewhere(var user, var same) -> call(user.value(), same);
            case Reply.Remove(var messageId) ->
                BotCall.of(DeleteMessage.builder()
                        .chatId(chat)
                        .messageId(messageId)
                        .build());
        };
    }

    private static SendMessage message(long chat, Reply.Say say) {
        var message = SendMessage.builder()
                .chatId(chat)
                .text(Html.paragraphs(Stream.concat(Stream.of(say.text()), addresses(say.buttons()))
                                .toList())
                        .markup())
                .parseMode(HTML)
                .linkPreviewOptions(
                        LinkPreviewOptions.builder().isDisabled(true).build())
                .protectContent(true);
        List<InlineKeyboardRow> rows = say.buttons().stream()
                .filter(Letters::canBeButton)
                .map(button -> new InlineKeyboardRow(made(button)))
                .toList();
        if (!rows.isEmpty()) {
            message.replyMarkup(InlineKeyboardMarkup.builder().keyboard(rows).build());
        }
        return message.build();
    }

    private static InlineKeyboardButton made(Button button) {
        var made = InlineKeyboardButton.builder().text(button.label());
        return switch (button) {
            case Button.Link link -> made.url(link.address().toString()).build();
            case Button.Tap tap -> made.callbackData(tap.what().data()).build();
        };
    }

    /** Telegram refuses a whole message for one button to a host like {@code localhost}; its address is said instead. */
    private static boolean canBeButton(Button button) {
        return switch (button) {
            case Button.Link(var label, URI address) ->
                address.getHost() != null && address.getHost().contains(".");
            case Button.Tap tap -> true;
        };
    }

    private static Stream<Html> addresses(List<Button> buttons) {
        return buttons.stream()
                .filter(button -> !canBeButton(button))
                .filter(Button.Link.class::isInstance)
                .map(Button.Link.class::cast)
                .map(link -> Html.text(link.label() + ": " + link.address()));
    }
}
