package dev.patchbay.domain.account;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code mmp_} and a random UUID; says nothing about the person or a provider. */
public record AccountId(String value) {
    private static final Pattern SHAPE =
            Pattern.compile("mmp_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    public AccountId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("an account id is mmp_ and a UUID");
        }
    }

    public static AccountId of(UUID uuid) {
        return new AccountId("mmp_" + uuid);
    }

    public static Optional<AccountId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new AccountId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
