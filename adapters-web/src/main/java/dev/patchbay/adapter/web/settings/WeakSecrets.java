package dev.patchbay.adapter.web.settings;

import dev.patchbay.domain.vault.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Signing secrets that nobody should trust: too short, too plain, or copied from an example. */
final class WeakSecrets {

    private static final int FEWEST_CHARACTERS = 10;

    /** Compared without case and punctuation; parts of the defaults that frameworks and tutorials ship. */
    private static final List<String> PLACEHOLDERS = List.of(
            "changeme",
            "changethis",
            "changeit",
            "pleasechange",
            "inproduction",
            "yoursecret",
            "yoursupersecret",
            "yourjwt",
            "your256bit",
            "supersecret",
            "jwtsecret",
            "mysecret",
            "secretkey",
            "stringsecretatleast",
            "atleast32",
            "min32",
            "32characters",
            "placeholder",
            "example",
            "password",
            "default",
            "replacewith",
            "patchbay");

    private WeakSecrets() {}

    /** What speaks against the secret, if anything; never a part of it. */
    static Optional<String> weakness(Secret secret, int leastBytes) {
        if (secret.revealBytes().length < leastBytes) {
            return Optional.of("is too short: it needs at least %d bytes".formatted(leastBytes));
        }
        String text = secret.reveal();
        if (text.chars().distinct().count() < FEWEST_CHARACTERS || repeats(text)) {
            return Optional.of("is too plain: it repeats itself");
        }
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return PLACEHOLDERS.stream().anyMatch(plain::contains)
                ? Optional.of("is a placeholder from an example")
                : Optional.empty();
    }

    private static boolean repeats(String text) {
        for (int period = 1; period <= text.length() / 2; period++) {
            if (text.regionMatches(0, text, period, text.length() - period)) {
                return true;
            }
        }
        return false;
    }
}
