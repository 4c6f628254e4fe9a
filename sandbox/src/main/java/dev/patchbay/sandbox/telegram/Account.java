package dev.patchbay.sandbox.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Sha256;
import dev.patchbay.sandbox.web.Json;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person as Telegram knows them. Changed under the cloud's lock, read without. */
final class Account {
    private final Person person;
    private final long id;
    volatile String language = "en";
    /** Whether they ever pressed START or wrote, so that the bot may write to them. */
    volatile boolean started;
    /** Whether the bot has met them in a group. */
    volatile boolean seen;

    volatile boolean blocked;
    volatile boolean deleted;

    Account(Person person) {
        this.person = person;
        // The same number after every restart, and wider than an int, as ids have been since 2021.
        byte[] hash = Sha256.of("telegram:" + person.id());
        this.id = 5_000_000_000L + new BigInteger(1, Arrays.copyOf(hash, 4)).longValue();
    }

    long id() {
        return id;
    }

    Person person() {
        return person;
    }

    String firstName() {
        return person.name().split(" ", 2)[0];
    }

    private String lastName() {
        String[] names = person.name().split(" ", 2);
        return names.length < 2 ? "" : names[1];
    }

    String username() {
        String base = person.id().replace('-', '_') + "_sandbox";
        return base.substring(0, Math.min(32, base.getBytes(UTF_8).length));
    }

    /** The {@code User} object. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> user = Json.object("id", id, "is_bot", false);
        names(user);
        if (!language.isEmpty()) {
            user.put("language_code", language);
        }
        return user;
    }

    void names(Map<String, @Nullable Object> object) {
        object.put("first_name", deleted ? "" : firstName());
        if (!deleted && !lastName().isEmpty()) {
            object.put("last_name", lastName());
        }
        if (!deleted) {
            object.put("username", username());
        }
    }
}
