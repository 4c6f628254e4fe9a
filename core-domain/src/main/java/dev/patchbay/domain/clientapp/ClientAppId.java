package dev.patchbay.domain.clientapp;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import java.util.Optional;

/**
 * Names a client app here: the provider, the client id it gave, and who brought it. Tokens belong to the app that minted them.
 * A client id is no secret, so two people may bring the same one; each has an app of their own then, with its own secret, condition
 * and pace, and nobody's mistake stops another's connections (ADR 12).
 *
 * @param owner who brought it; empty for the operator's
 */
public record ClientAppId(ProviderId provider, String clientId, Optional<AccountId> owner) {
    private static final int MAX_LENGTH = 255;
    private static final int ACCOUNT_LENGTH = 40;

    public ClientAppId {
        if (clientId.isBlank() || clientId.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a client id has 1 to 255 characters");
        }
        if (owner.isEmpty() && ownerIn(clientId).isPresent()) {
            throw new IllegalArgumentException("a client id that begins with an account reads as that account's app");
        }
    }

    /** The operator's app with that client id. */
    public ClientAppId(ProviderId provider, String clientId) {
        this(provider, clientId, Optional.empty());
    }

    /** What tells it from every other app at its provider, in one text: where it is stored or printed. */
    public String name() {
        return owner.map(account -> account + "/" + clientId).orElse(clientId);
    }

    /** The app of that {@link #name()}. @throws IllegalArgumentException when it is no name of an app */
    public static ClientAppId named(ProviderId provider, String name) {
        Optional<AccountId> owner = ownerIn(name);
        return new ClientAppId(provider, owner.isPresent() ? name.substring(ACCOUNT_LENGTH + 1) : name, owner);
    }

    private static Optional<AccountId> ownerIn(String name) {
        return name.length() > ACCOUNT_LENGTH && name.charAt(ACCOUNT_LENGTH) == '/'
                ? AccountId.parse(name.substring(0, ACCOUNT_LENGTH))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return provider + ":" + name();
    }
}
