package dev.patchbay.sandbox.telegram;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A chat as it stood when it was asked for. Immutable.
 *
 * @param messages all messages ever, oldest first, deleted ones included
 */
public record Transcript(List<ChatMessage> messages) {
    /** Keeps the list as it was given. */
    public Transcript {
        messages = List.copyOf(messages);
    }

    /** What a person sees now: everything but what was deleted. */
    public List<ChatMessage> visible() {
        return messages.stream().filter(message -> !message.deleted()).toList();
    }

    /** What the bot said and did not delete, oldest first. */
    public List<ChatMessage> fromBot() {
        return visible().stream().filter(ChatMessage::isFromBot).toList();
    }

    /** The last thing that the bot said and did not delete. */
    public Optional<ChatMessage> lastFromBot() {
        return fromBot().reversed().stream().findFirst();
    }

    /** The newest message with a button whose label holds this text. */
    public Optional<ChatMessage> offering(String label) {
        return visible().reversed().stream()
                .filter(message -> message.button(label).isPresent())
                .findFirst();
    }

    /** The message of this number, deleted or not. */
    public Optional<ChatMessage> message(long id) {
        return messages.stream().filter(message -> message.id() == id).findFirst();
    }

    /** The dialogue, a line for each message that is seen. */
    @Override
    public String toString() {
        return visible().stream().map(ChatMessage::toString).collect(Collectors.joining("\n"));
    }
}
