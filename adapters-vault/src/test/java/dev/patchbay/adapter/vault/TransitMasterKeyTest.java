package dev.patchbay.adapter.vault;

import static dev.patchbay.adapter.vault.Vaults.ANNS;
import static dev.patchbay.adapter.vault.Vaults.PLACE;
import static dev.patchbay.adapter.vault.Vaults.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.settings.GivenSettings;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.WrappedKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransitMasterKeyTest {
    private static final Secret KEY = GcmKey.newMaterial();
    private static final byte[] BINDING = {1, 2, 3};

    private TransitStandIn vault;
    private MasterKey master;

    @BeforeEach
    void there_is_a_key() throws IOException {
        vault = new TransitStandIn();
        vault.makeKey("patchbay");
        vault.makeKey("another");
        master = masterKey("patchbay", TransitStandIn.TOKEN);
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    @Test
    void what_it_wrapped_it_unwraps_with_the_same_associated_data_only() {
        WrappedKey wrapped = master.wrap(KEY, BINDING);

        assertThat(new String(wrapped.bytes(), StandardCharsets.US_ASCII)).startsWith("vault:v1:");
        assertThat(master.unwrap(wrapped, BINDING)).contains(KEY);
        assertThat(master.unwrap(wrapped, new byte[] {1, 2, 4})).isEmpty();
        assertThat(masterKey("another", TransitStandIn.TOKEN).unwrap(wrapped, BINDING))
                .isEmpty();
    }

    @Test
    void what_is_no_ciphertext_of_its_is_not_sent() {
        vault.status = Optional.of(500);

        assertThat(master.unwrap(new WrappedKey(new byte[60]), BINDING)).isEmpty();
        assertThat(master.unwrap(new WrappedKey("vault:v1:\",\"x".getBytes(StandardCharsets.UTF_8)), BINDING))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 403, 404, 429, 472, 473, 500, 502, 503})
    void every_other_answer_is_an_outage_and_never_a_no(int status) {
        WrappedKey wrapped = master.wrap(KEY, BINDING);
        vault.status = Optional.of(status);

        assertThatThrownBy(() -> master.unwrap(wrapped, BINDING))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("VAULT_ADDR")
                .hasMessageContaining(String.valueOf(status));
        assertThatThrownBy(() -> master.wrap(KEY, BINDING)).isInstanceOf(StoreUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>", "{}", "{\"data\":null}", "{\"data\":{\"plaintext\":7,\"ciphertext\":\"x\"}}", "[]"
            })
    void an_answer_that_makes_no_sense_is_an_outage(String body) {
        WrappedKey wrapped = master.wrap(KEY, BINDING);
        vault.body = Optional.of(body);

        assertThatThrownBy(() -> master.unwrap(wrapped, BINDING)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> master.wrap(KEY, BINDING)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void a_refused_token_and_a_missing_key_and_a_service_that_is_away_say_what_to_look_at() {
        assertThatThrownBy(() -> masterKey("patchbay", "hvs.other").wrap(KEY, BINDING))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("VAULT_TOKEN")
                .hasMessageNotContaining("hvs.other");
        assertThatThrownBy(() -> masterKey("missing", TransitStandIn.TOKEN).wrap(KEY, BINDING))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("is there a key missing");
        vault.close();
        assertThatThrownBy(() -> master.wrap(KEY, BINDING))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void a_database_is_served_with_it_and_moved_to_it_from_a_local_master_key() {
        InMemoryStore store = new InMemoryStore();
        SteppingClock clock = SteppingClock.atNow();
        Running local = Running.operator("local", Vaults.aMasterKey(), store, clock);
        SealedSecret sealed = local.vault.seal(ANNS, PLACE, SECRET);

        assertThat(local.change.begin(master)).isEqualTo(new MasterChange.BothFit(1));
        Running far = Running.serving("far", master, store, clock);
        assertThat(far.change.finish()).isEqualTo(new MasterChange.Finished("transit:transit/patchbay"));
        vault.close();
        far.rotation.look();

        assertThat(far.vault.open(ANNS, PLACE, sealed)).isEqualTo(new Opening.Opened(SECRET));
    }

    @Test
    void it_is_set_up_by_its_settings_and_what_is_missing_is_named() {
        Map<String, String> all = Map.of(
                "TRANSIT_KEY",
                "patchbay",
                "VAULT_ADDR",
                vault.address().toString(),
                "VAULT_TOKEN",
                TransitStandIn.TOKEN);
        MasterKey set = VaultSettings.read(GivenSettings.strict(all)).masterKey();
        assertThat(set.unwrap(master.wrap(KEY, BINDING), BINDING)).contains(KEY);
        assertThat(set.origin()).isEqualTo("TRANSIT_KEY");
        assertThat(set.toString()).doesNotContain(TransitStandIn.TOKEN);

        GivenSettings half = GivenSettings.of(Map.of("TRANSIT_KEY", "patchbay"));
        VaultSettings.read(half);
        assertThat(half.problems())
                .anySatisfy(line -> assertThat(line).startsWith("VAULT_ADDR is missing"))
                .anySatisfy(line -> assertThat(line).startsWith("VAULT_TOKEN is missing"));
    }

    @Test
    void the_next_master_key_has_names_of_its_own() {
        VaultSettings both = VaultSettings.read(
                GivenSettings.strict(Map.of("ENCRYPTION_KEY", Vaults.HEX, "NEXT_ENCRYPTION_KEY", Vaults.OTHER_HEX)));

        assertThat(both.masterKey().id()).isEqualTo(Vaults.aMasterKey().id());
        assertThat(both.next().orElseThrow().masterKey().id())
                .isEqualTo(Vaults.anotherMasterKey().id());
        assertThat(both.next().orElseThrow().origin()).isEqualTo("NEXT_ENCRYPTION_KEY");
    }

    private MasterKey masterKey(String key, String token) {
        return new TransitMasterKey(
                new TransitSettings(vault.address(), Secret.of(token), "transit", key), "TRANSIT_KEY");
    }
}
