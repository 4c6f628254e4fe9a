package dev.patchbay.app;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.usecase.operator.ImportGrant.Wanted;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One line of an import: a JSON object. What is wrong with it is said without quoting it. */
sealed interface ImportLine {
    Set<String> NAMES = Set.of("account", "signIn", "platform", "app", "refreshToken", "consentedAt");
    Set<String> SIGN_IN_NAMES = Set.of("provider", "issuer", "subject", "name");

    record Good(Wanted wanted) implements ImportLine {}

    record Bad(String words) implements ImportLine {}

    static ImportLine read(String line, JsonMapper json) {
        try {
            return json.readValue(line, Object.class) instanceof Map<?, ?> object
                    ? new Good(wanted(object))
                    : new Bad("it is no JSON object");
        } catch (Unfit unfit) {
            return new Bad(unfit.words);
        } catch (IOException | RuntimeException notJson) {
            return new Bad("it is no JSON object");
        }
    }

    private static Wanted wanted(Map<?, ?> object) {
        onlyKnown(object, NAMES);
        Optional<AccountId> account = text(object, "account")
                .map(id -> AccountId.parse(id).orElseThrow(() -> new Unfit("account is no account id")));
        return new Wanted(
                account,
                Optional.ofNullable(object.get("signIn")).map(ImportLine::identity),
                platform(needed(object, "platform"), "platform"),
                text(object, "app"),
                Secret.of(needed(object, "refreshToken")),
                time(needed(object, "consentedAt")));
    }

    private static ExternalIdentity identity(Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            throw new Unfit("signIn is no object");
        }
        onlyKnown(object, SIGN_IN_NAMES);
        try {
            return new ExternalIdentity(
                    platform(needed(object, "provider"), "signIn.provider"),
                    needed(object, "issuer"),
                    needed(object, "subject"),
                    Optional.empty(),
                    text(object, "name"),
                    Optional.empty());
        } catch (IllegalArgumentException tooLong) {
            throw new Unfit("signIn has an issuer or a subject that cannot be one");
        }
    }

    private static ProviderId platform(String name, String where) {
        return ProviderId.parse(name).orElseThrow(() -> new Unfit(where + " is no provider's name"));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw new Unfit("consentedAt is no time as in 2026-11-21T10:00:00Z");
        }
    }

    private static String needed(Map<?, ?> object, String name) {
        return text(object, name).orElseThrow(() -> new Unfit(name + " is missing"));
    }

    private static Optional<String> text(Map<?, ?> object, String name) {
        Object value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.isBlank()) {
            throw new Unfit(name + " is no text");
        }
        return Optional.of(text);
    }

    /** A misspelled name would be left out without a word. */
    private static void onlyKnown(Map<?, ?> object, Set<String> names) {
        if (!names.containsAll(object.keySet())) {
            throw new Unfit("it has a name besides "
                    + String.join(", ", names.stream().sorted().toList()));
        }
    }

    /** Leads out of the reading. */
    final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String words;

        private Unfit(String words) {
            super(words, null, false, false);
            this.words = words;
        }
    }
}
