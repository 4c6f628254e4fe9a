package dev.patchbay.sandbox.telegram;

/**
 * An inline button under a message. Exactly one of the last two has text.
 *
 * @param label what is on it
 * @param url where it leads
 * @param data what the bot is told when it is pressed
 */
public record Button(String label, String url, String data) {
    /** {@code [label]}, with the address behind it if it is a link. */
    @Override
    public String toString() {
        return url.isEmpty() ? "[" + label + "]" : "[" + label + " -> " + url + "]";
    }
}
