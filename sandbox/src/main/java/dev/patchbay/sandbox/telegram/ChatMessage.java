package dev.patchbay.sandbox.telegram;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message in a chat, as it is now. Immutable.
 *
 * @param id its number, as bots know it
 * @param at when it was sent
 * @param from the person's id such as {@code ann}, {@code bot}, or the channel's title
 * @param text without markup
 * @param entities what the markup said, as {@code MessageEntity} objects
 * @param keyboard rows of inline buttons; empty if there are none
 * @param details {@code link_preview_options} and {@code protect_content}, if the bot sent them
 * @param edits how often it was changed
 * @param editedAt when it was changed last; when it was sent, if never
 * @param deleted whether it was deleted; then nobody sees it in the chat
 */
public record ChatMessage(
        long id,
        Instant at,
        String from,
        String text,
        List<Map<String, @Nullable Object>> entities,
        List<List<Button>> keyboard,
        Map<String, @Nullable Object> details,
        int edits,
        Instant editedAt,
        boolean deleted) {
    static final String BOT = "bot";

    static ChatMessage of(long id, Instant at, String from, Text text) {
        return new ChatMessage(id, at, from, text.plain(), text.entities(), List.of(), Map.of(), 0, at, false);
    }

    /** Whether the bot sent it. */
    public boolean isFromBot() {
        return from.equals(BOT);
    }

    /** Whether the bot asked that it cannot be forwarded or saved. */
    public boolean isProtected() {
        return Boolean.TRUE.equals(details.get("protect_content"));
    }

    /** Whether the bot asked for no preview of its links. */
    public boolean hasNoPreview() {
        return details.get("link_preview_options") instanceof Map<?, ?> options
                && Boolean.TRUE.equals(options.get("is_disabled"));
    }

    /** All buttons, row by row. */
    public List<Button> buttons() {
        return keyboard.stream().flatMap(List::stream).toList();
    }

    /** The first button whose label holds this text. */
    public Optional<Button> button(String label) {
        return buttons().stream()
                .filter(button -> button.label().contains(label))
                .findFirst();
    }

    ChatMessage with(List<List<Button>> buttons, Map<String, @Nullable Object> more) {
        return new ChatMessage(id, at, from, text, entities, buttons, more, edits, editedAt, deleted);
    }

    ChatMessage edited(Instant now, Text changed, List<List<Button>> buttons) {
        return new ChatMessage(
                id, at, from, changed.plain(), changed.entities(), buttons, details, edits + 1, now, deleted);
    }

    ChatMessage gone() {
        return new ChatMessage(id, at, from, text, entities, keyboard, details, edits, editedAt, true);
    }

    /** One turn of a dialogue: {@code bot: Hello [Log in]}. */
    @Override
    public String toString() {
        String shown = buttons().stream().map(button -> " " + button).collect(Collectors.joining());
        return from + ": " + (deleted ? "(deleted)" : text + shown + (edits > 0 ? " (edited)" : ""));
    }
}
