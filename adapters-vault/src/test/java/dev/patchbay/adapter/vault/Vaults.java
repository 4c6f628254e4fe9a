package dev.patchbay.adapter.vault;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.vault.KeyShelf;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;

/** Vaults and what they need, ready made. */
final class Vaults {
    static final String HEX = "9f1c0b7ae25d438861f4c3d29e07ab5560d8127b3ecf94a1726a5e0d83b9f24c";
    static final String OTHER_HEX = "27e4a85f10c9d36b8b52f7046ea1cd3995780fb2436d1ce8fa0a61b5943e7dd2";
    static final AccountId ANN = AccountId.of(new UUID(1, 1));
    static final AccountId BEN = AccountId.of(new UUID(2, 2));
    static final KeyOwner ANNS = KeyOwner.of(ANN);
    static final KeyOwner BENS = KeyOwner.of(BEN);
    static final Place PLACE = new Place("connection.refresh_token", "row-1", "spotify", 3);
    static final Secret SECRET = Secret.of("a refresh token nobody may see");

    private Vaults() {}

    static MasterKey aMasterKey() {
        return masterKey(HEX, "ENCRYPTION_KEY");
    }

    static MasterKey anotherMasterKey() {
        return masterKey(OTHER_HEX, "MASTER_KEY_FILE");
    }

    static MasterKey masterKey(String hex, String origin) {
        return new LocalMasterKey(Secret.of(HexFormat.of().parseHex(hex)), origin);
    }

    /** As a process that has just started over that shelf. */
    static EnvelopeVault started(KeyShelf shelf) {
        return started(shelf, SteppingClock.atNow());
    }

    static EnvelopeVault started(KeyShelf shelf, Clock clock) {
        VaultKeys keys = new VaultKeys(aMasterKey(), shelf, clock);
        VaultCanary canary = new VaultCanary(keys, aMasterKey());
        canary.check(true);
        canary.makeFirstKey();
        return new EnvelopeVault(shelf, keys, clock);
    }
}
