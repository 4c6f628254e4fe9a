package dev.patchbay.usecase.offender;

import dev.patchbay.domain.vault.Secret;
import java.util.Optional;

public interface RevealsSecrets {
    static String text(Secret secret) {
        return secret.reveal();
    }

    static byte[] bytes(Secret secret) {
        return secret.revealBytes();
    }

    static Optional<String> byReference(Optional<Secret> secret) {
        return secret.map(Secret::reveal);
    }
}
