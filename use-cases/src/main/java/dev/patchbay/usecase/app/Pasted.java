package dev.patchbay.usecase.app;

import dev.patchbay.domain.clientapp.AppTerms;
import dev.patchbay.domain.clientapp.PastedText;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.vault.Secret;
import java.util.Optional;

/** A client id and secret that may be right for a platform, or the reason why these cannot be. */
sealed interface Pasted {
    record Fit(String clientId, Optional<Secret> secret) implements Pasted {}

    record Unfit(String words) implements Pasted {}

    static Pasted read(ProviderDescriptor platform, String clientId, Optional<Secret> secret) {
        if (secret.isEmpty() && !platform.can(Capability.PUBLIC_CLIENT)) {
            return new Unfit(platform.name() + " does not serve an app without its client secret.");
        }
        PastedText id = PastedText.read(clientId);
        Optional<PastedText> pasted = secret.map(one -> PastedText.read(one.reveal()));
        if (id instanceof PastedText.Refused(var why)) {
            return new Unfit("The client id " + why + ".");
        }
        if (pasted.isPresent() && pasted.get() instanceof PastedText.Refused(var why)) {
            return new Unfit("The client secret " + why + ".");
        }
        String idText = textOf(id);
        Optional<String> secretText = pasted.map(Pasted::textOf);
        return secretText.isPresent() && seemSwapped(platform.appTerms(), idText, secretText.get())
                ? new Unfit("The client id and the client secret seem to be swapped, or one of them was pasted twice.")
                : new Fit(idText, secretText.map(Secret::of));
    }

    private static boolean seemSwapped(AppTerms terms, String first, String second) {
        boolean shapesTell = terms.looksLikeClientId(first).equals(Optional.of(false))
                && terms.looksLikeClientId(second).equals(Optional.of(true));
        return first.equals(second) || shapesTell;
    }

    private static String textOf(PastedText pasted) {
        return switch (pasted) {
            case PastedText.Taken(var text) -> text;
            case PastedText.Refused refused -> throw new IllegalStateException("it was refused");
        };
    }
}
