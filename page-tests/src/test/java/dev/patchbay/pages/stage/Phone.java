package dev.patchbay.pages.stage;

import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's pretended phone with the messenger on it. */
public final class Phone {
    private static final int LOOKS = 400;

    private final Person person;
    private final ControlDesk desk;

    Phone(Person person, ControlDesk desk) {
        this.person = person;
        this.desk = desk;
    }

    /** Gets one in their name. */
    public Phone isBought() {
        desk.phone(Map.of("what", "join", "name", person.name(), "language", "en"));
        return this;
    }

    /** Follows a link to the bot, and presses START there. */
    public Phone opens(String link) {
        String query = URI.create(link).getQuery();
        desk.phone(Map.of("as", person.idAtParties(), "what", "open", "start", query.substring("start=".length())));
        return this;
    }

    /** Sends a message. */
    public Phone writes(String text) {
        desk.phone(Map.of("as", person.idAtParties(), "what", "write", "text", text));
        return this;
    }

    /** Waits until this is to be read in the chat. */
    public Phone reads(String words) {
        Matcher unused = finds(Pattern.compile(Pattern.quote(words)));
        return this;
    }

    /** Where that button in the chat leads, once it is there. */
    public String link(String label) {
        return finds(Pattern.compile("href=\"([^\"]+)\">" + Pattern.quote(label)))
                .group(1)
                .replace("&amp;", "&");
    }

    private Matcher finds(Pattern wanted) {
        String chat = "";
        for (int look = 0; look < LOOKS; look++) {
            chat = desk.phone(person.idAtParties());
            Matcher found = wanted.matcher(chat);
            if (found.find()) {
                return found;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("the chat never says " + wanted + ", but:\n" + chat);
    }
}
