package dev.patchbay.faults.world;

import dev.patchbay.faults.world.Api.Answer;
import dev.patchbay.faults.world.Api.NoAnswer;
import dev.patchbay.sandbox.telegram.ChatMessage;
import dev.patchbay.sandbox.telegram.TelegramUser;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Somebody who knows the service from their chat alone. They say one thing after the other, each when the one before was answered, and begin
 * again where they were sent away. For one thread; what they said may be asked for when that has ended.
 */
public final class Chatter {
    /** A process that dies leaves a claim of a minute, and the next that speaks waits for three quarters of one. */
    private static final Duration PATIENCE = Duration.ofSeconds(200);

    private static final String CONNECTED = "✅ connected";
    private static final String INTERRUPTED = "I was interrupted";

    private final World world;
    private final URI service;
    private final String id;
    private final TelegramUser user;
    private final List<Long> updates = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private int interruptions;

    /** @param service where their browser finds it */
    public Chatter(World world, URI service, String name) {
        this.world = world;
        this.service = service;
        this.id = world.addPerson(name);
        this.user = world.telegram().user(id);
    }

    /** The number of their chat. */
    public long chat() {
        return user.id();
    }

    /** The updates that all they said and tapped became. */
    public List<Long> updates() {
        return List.copyOf(updates);
    }

    /** The names that they gave themselves, no two alike. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** How often they were told that the answer to a deep link had been interrupted. */
    public int interruptions() {
        return interruptions;
    }

    /** Comes and goes until that is enough, and stays connected. */
    public void talk(BooleanSupplier enough) {
        rename();
        connect();
        while (!enough.getAsBoolean()) {
            disconnect();
            rename();
            connect();
        }
        rename();
        String status = answer(() -> user.write("/status"), "Your connections", "Nothing is connected");
        if (!status.contains(CONNECTED)) {
            throw new IllegalStateException("connected, but:\n" + user.chat());
        }
    }

    private void rename() {
        String name = id + " " + (names.size() + 1);
        names.add(name);
        answer(() -> user.write("/setname " + name), renamed(name));
    }

    /** What the answer to a name is; marks around the name keep its direction to itself. */
    public static String renamed(String name) {
        return "You are called \u2068" + name + "\u2069 from now on.";
    }

    private void connect() {
        boolean connected = false;
        while (!connected) {
            answer(() -> user.write("/login spotify"), "Open Spotify with this button");
            Optional<URI> deepLink = consent();
            connected = deepLink.isPresent() && isConnectedBy(deepLink.get());
        }
    }

    private boolean isConnectedBy(URI deepLink) {
        String said = answer(
                () -> user.open(deepLink), "is connected as", "was not connected", INTERRUPTED, "was used already");
        if (said.contains(INTERRUPTED)) {
            interruptions++;
        }
        return said.contains("is connected as") || said.contains(CONNECTED);
    }

    /** Where the browser ends; empty when that is not the chat. */
    private Optional<URI> consent() {
        URI back = world.connect(Played.SPOTIFY, user.link("Open Spotify"), id);
        try {
            Answer landed = Api.get(service, back.getRawPath() + "?" + back.getRawQuery(), "");
            return Optional.of(landed.location())
                    .filter(to -> to.startsWith(world.telegram().linkUrl().toString()))
                    .map(URI::create);
        } catch (NoAnswer none) {
            return Optional.empty();
        }
    }

    private void disconnect() {
        answer(() -> user.write("/disconnect"), "Which connection shall end?");
        answer(() -> user.press("Disconnect Spotify").updateId(), "Its tokens are deleted here at once");
        // Whoever is interrupted after it was done finds nothing the next time.
        answer(() -> user.press("Yes, disconnect").updateId(), "is disconnected", "nothing to disconnect");
    }

    /** Says something and waits for an answer with any of these words. */
    private String answer(Supplier<OptionalLong> said, String... words) {
        long before =
                user.chat().messages().stream().mapToLong(ChatMessage::id).max().orElse(0);
        updates.add(said.get().orElseThrow());
        return user.await(
                        message -> message.isFromBot()
                                && message.id() > before
                                && Stream.of(words).anyMatch(message.text()::contains),
                        PATIENCE)
                .text();
    }
}
