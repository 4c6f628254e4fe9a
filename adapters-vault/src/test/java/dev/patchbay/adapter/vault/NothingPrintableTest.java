package dev.patchbay.adapter.vault;

import static dev.patchbay.adapter.vault.Vaults.ANNS;
import static dev.patchbay.adapter.vault.Vaults.PLACE;
import static dev.patchbay.adapter.vault.Vaults.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.settings.GivenSettings;
import dev.patchbay.port.vault.KeyShelf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Searches everything the vault says or prints for the keys and the secret it was given. */
class NothingPrintableTest {
    private static final byte[] MASTER = HexFormat.of().parseHex(Vaults.HEX);

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final KeyShelf shelf = new WatchedShelf();
    private final SteppingClock clock = SteppingClock.atNow();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    @Test
    void no_text_of_any_object_and_no_log_line_holds_key_material_or_the_secret() {
        VaultSettings settings = VaultSettings.read(GivenSettings.strict(Map.of("ENCRYPTION_KEY", Vaults.HEX)));
        MasterKey master = settings.masterKey();
        VaultKeys vaultKeys = new VaultKeys(master, shelf, clock);
        VaultCanary canary = new VaultCanary(vaultKeys, master);
        canary.check(true);
        canary.makeFirstKey();
        DataKeys dataKeys = new DataKeys(shelf, vaultKeys, clock, 10);
        EnvelopeVault vault = new EnvelopeVault(dataKeys);
        SealedSecret sealed = vault.seal(ANNS, PLACE, SECRET);

        List<Object> things = List.of(
                settings,
                master,
                vaultKeys,
                vaultKeys.current(),
                canary,
                dataKeys,
                dataKeys.newest(ANNS),
                dataKeys.newest(ANNS).key(),
                vault,
                sealed,
                vault.open(ANNS, PLACE, sealed),
                Envelope.parse(sealed).orElseThrow(),
                KeyText.read(Vaults.HEX),
                shelf.vaultKeys(),
                shelf.newestDataKey(ANNS));
        List<String> texts = new ArrayList<>();
        things.forEach(thing -> texts.add(String.valueOf(thing)));
        log.list.forEach(event -> texts.add(event.getFormattedMessage()));

        assertThat(log.list).isNotEmpty();
        List<Secret> secrets = List.of(Secret.of(MASTER), SECRET);
        for (String text : texts) {
            secrets.forEach(secret -> assertHides(text, secret));
        }
    }

    @Test
    void a_refusal_names_master_keys_by_their_check_values_only() {
        Vaults.started(shelf);
        VaultKeys vaultKeys = new VaultKeys(Vaults.anotherMasterKey(), shelf, clock);
        try {
            vaultKeys.unlock();
        } catch (VaultUnusable refused) {
            assertHides(refused.toString(), Secret.of(MASTER));
            assertHides(refused.toString(), Secret.of(HexFormat.of().parseHex(Vaults.OTHER_HEX)));
            return;
        }
        throw new AssertionError("the wrong master key was accepted");
    }

    /** Looks for nine bytes of it in a row, in the forms in which bytes are usually printed. */
    private static void assertHides(String text, Secret secret) {
        byte[] bytes = secret.revealBytes();
        for (int from = 0; from + 9 <= bytes.length; from++) {
            byte[] part = Arrays.copyOfRange(bytes, from, from + 9);
            String listed = Arrays.toString(part);
            assertThat(text)
                    .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(part))
                    .doesNotContain(HexFormat.of().formatHex(part))
                    .doesNotContain(listed.substring(1, listed.length() - 1))
                    .doesNotContain(Secret.of(part).reveal());
        }
    }
}
