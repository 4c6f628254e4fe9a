package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The master key: {@code ENCRYPTION_KEY} (32 bytes as base64 or hex, or exactly 32 characters), {@code MASTER_KEY_FILE} (a file
 * with one of these, or with 32 bytes as they are, that its owner alone may read), or {@code TRANSIT_KEY} (a key kept by
 * HashiCorp Vault at {@code VAULT_ADDR}). Exactly one of them is set. The same names with {@code NEXT_} before them give the next
 * one.
 *
 * @param material 32 bytes; empty when a problem was noted, and then there is no start, or when a service keeps it
 * @param origin the setting it came from
 * @param transit how to reach the service that keeps it
 * @param next the master key that is to take its place
 */
public record VaultSettings(
        Optional<Secret> material, String origin, Optional<TransitSettings> transit, Optional<VaultSettings> next)
        implements ModuleSettings {
    static final String ENCRYPTION_KEY = "ENCRYPTION_KEY";
    static final String MASTER_KEY_FILE = "MASTER_KEY_FILE";
    static final String TRANSIT_KEY = "TRANSIT_KEY";

    private static final String NEXT = "NEXT_";
    private static final String ADDRESS = "VAULT_ADDR";
    private static final String TOKEN = "VAULT_TOKEN";
    private static final String MOUNT = "TRANSIT_MOUNT";
    private static final URI LOCAL = URI.create("http://127.0.0.1:8200");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");

    /** Reads them, and notes what is wrong. */
    public static VaultSettings read(Settings settings) {
        Optional<VaultSettings> next = read(settings, NEXT);
        Optional<VaultSettings> first = read(settings, "");
        if (first.isEmpty()) {
            settings.problem(
                    ENCRYPTION_KEY,
                    "is missing, and there is no start without a master key; set it, or MASTER_KEY_FILE, once and keep "
                            + "a copy: without it nothing in the database can be opened; "
                            + KeyText.MAKE_ONE);
        }
        VaultSettings read = first.orElseGet(() -> none(ENCRYPTION_KEY));
        return new VaultSettings(read.material(), read.origin(), read.transit(), next);
    }

    /** @throws IllegalStateException when there is none, which start-up was told */
    MasterKey masterKey() {
        return material.<MasterKey>map(key -> new LocalMasterKey(key, origin))
                .or(() -> transit.map(where -> new TransitMasterKey(where, origin)))
                .orElseThrow(() -> new IllegalStateException("there is no master key; " + origin + " has a problem"));
    }

    /** Empty when none of the names is set. */
    private static Optional<VaultSettings> read(Settings settings, String prefix) {
        Optional<Secret> text = settings.secret(prefix + ENCRYPTION_KEY);
        Optional<String> file = settings.text(prefix + MASTER_KEY_FILE);
        Optional<String> key = settings.text(prefix + TRANSIT_KEY);
        Optional<TransitSettings> transit = transit(settings, key);
        List<String> given = List.of(
                        text.map(any -> ENCRYPTION_KEY), file.map(any -> MASTER_KEY_FILE), key.map(any -> TRANSIT_KEY))
                .stream()
                .flatMap(Optional::stream)
                .map(name -> prefix + name)
                .toList();
        if (given.size() > 1) {
            settings.problem(
                    given.getLast(),
                    "is set together with " + given.getFirst() + "; keep the one that wrote your database");
            return Optional.of(none(given.getLast()));
        }
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String name = given.getFirst();
        return Optional.of(text.map(written -> of(settings, name, KeyText.read(written.reveal())))
                .or(() -> file.map(where -> of(settings, name, readFile(where))))
                .orElseGet(() -> new VaultSettings(Optional.empty(), name, transit, Optional.empty())));
    }

    private static Optional<TransitSettings> transit(Settings settings, Optional<String> key) {
        Optional<String> address = settings.text(ADDRESS);
        Optional<Secret> token = settings.secret(TOKEN);
        String mount = settings.text(MOUNT).orElse("transit");
        if (key.isEmpty()) {
            return Optional.empty();
        }
        if (address.isEmpty()) {
            settings.problem(ADDRESS, "is missing; say where HashiCorp Vault is that keeps TRANSIT_KEY");
        }
        if (token.isEmpty()) {
            settings.problem(TOKEN, "is missing; set it, or VAULT_TOKEN_FILE, to a token that may use TRANSIT_KEY");
        }
        if (!PATH.matcher(mount).matches() || !PATH.matcher(key.get()).matches()) {
            settings.problem(TRANSIT_KEY, "or TRANSIT_MOUNT is no name of HashiCorp Vault's");
            return Optional.empty();
        }
        return token.map(secret -> new TransitSettings(settings.url(ADDRESS, LOCAL), secret, mount, key.get()))
                .filter(whole -> address.isPresent());
    }

    private static VaultSettings none(String name) {
        return new VaultSettings(Optional.empty(), name, Optional.empty(), Optional.empty());
    }

    private static VaultSettings of(Settings settings, String name, KeyReading reading) {
        return switch (reading) {
            case KeyReading.Good(Secret material) ->
                new VaultSettings(Optional.of(material), name, Optional.empty(), Optional.empty());
            case KeyReading.Bad(String why) -> {
                settings.problem(name, why);
                yield none(name);
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
