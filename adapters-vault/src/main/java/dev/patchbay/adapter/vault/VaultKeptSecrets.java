package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.vault.KeptSecrets;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.SealedShelf;
import dev.patchbay.port.vault.TokenVault;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the service's secrets on the shelf, sealed with the service's own data key. */
final class VaultKeptSecrets implements KeptSecrets {
    private final SealedShelf shelf;
    private final TokenVault vault;

    VaultKeptSecrets(SealedShelf shelf, TokenVault vault) {
        this.shelf = shelf;
        this.vault = vault;
    }

    /** @throws IllegalStateException when the one on the shelf is unreadable; it is never replaced quietly */
    @Override
    public Secret get(String name, Supplier<Secret> first) {
        Place place = new Place("sealed_secret.value", name, "", 0);
        Optional<SealedSecret> kept = shelf.find(name);
        if (kept.isPresent()) {
            return open(name, place, kept.get());
        }
        Secret made = first.get();
        if (shelf.add(name, vault.seal(KeyOwner.service(), place, made))) {
            return made;
        }
        SealedSecret winner = shelf.find(name)
                .orElseThrow(() -> new StoreUnavailable("a kept secret was there and is not to be found", null));
        return open(name, place, winner);
    }

    private Secret open(String name, Place place, SealedSecret sealed) {
        return switch (vault.open(KeyOwner.service(), place, sealed)) {
            case Opening.Opened(Secret secret) -> secret;
            case Opening.Unreadable() ->
                throw new IllegalStateException("the kept secret '" + name + "' is unreadable: its row or the "
                        + "service's data key was changed or lost; restore them from a backup");
        };
    }
}
