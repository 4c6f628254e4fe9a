package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The master key: {@code ENCRYPTION_KEY} (32 bytes as base64 or hex, or exactly 32 characters) or {@code
 * MASTER_KEY_FILE} (a file with one of these, or with 32 bytes as they are, that its owner alone may read). Exactly one
 * of them is set.
 *
 * @param material 32 bytes; empty when a problem was noted, and then there is no start
 * @param origin the setting it came from
 */
public record VaultSettings(Optional<Secret> material, String origin) implements ModuleSettings {
    static final String ENCRYPTION_KEY = "ENCRYPTION_KEY";
    static final String MASTER_KEY_FILE = "MASTER_KEY_FILE";

    /** Reads them, and notes what is wrong. */
    public static VaultSettings read(Settings settings) {
        Optional<Secret> text = settings.secret(ENCRYPTION_KEY);
        Optional<String> file = settings.text(MASTER_KEY_FILE);
        if (text.isPresent() && file.isPresent()) {
            settings.problem(
                    MASTER_KEY_FILE, "is set together with ENCRYPTION_KEY; keep the one that wrote your database");
            return new VaultSettings(Optional.empty(), MASTER_KEY_FILE);
        }
        if (file.isPresent()) {
            return of(settings, MASTER_KEY_FILE, readFile(file.get()));
        }
        if (text.isPresent()) {
            return of(settings, ENCRYPTION_KEY, KeyText.read(text.get().reveal()));
        }
        settings.problem(
                ENCRYPTION_KEY,
                "is missing, and there is no start without a master key; set it, or MASTER_KEY_FILE, once and keep "
                        + "a copy: without it nothing in the database can be opened; "
                        + KeyText.MAKE_ONE);
        return new VaultSettings(Optional.empty(), ENCRYPTION_KEY);
    }

    /** @throws IllegalStateException when there is none, which start-up was told */
    MasterKey masterKey() {
        return material.<MasterKey>map(key -> new LocalMasterKey(key, origin))
                .orElseThrow(() -> new IllegalStateException("there is no master key; " + origin + " has a problem"));
    }

    private static VaultSettings of(Settings settings, String name, KeyReading reading) {
        return switch (reading) {
            case KeyReading.Good(Secret material) -> new VaultSettings(Optional.of(material), name);
            case KeyReading.Bad(String why) -> {
                settings.problem(name, why);
                yield new VaultSettings(Optional.empty(), name);
            }
        };
    }

    private static KeyReading readFile(String name) {
        try {
            return MasterKeyFile.read(Path.of(name));
        } catch (InvalidPathException e) {
            return new KeyReading.Bad("is not the name of a file");
        }
    }
}
