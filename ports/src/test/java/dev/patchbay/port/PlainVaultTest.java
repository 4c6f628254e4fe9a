package dev.patchbay.port;

import static dev.patchbay.port.Fixtures.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainVaultTest {

    private static final Place PLACE = new Place("connection.access_token", "row", "spotify", 3);
    private static final Secret SECRET = Secret.of("a very secret token");

    private final PlainVault vault = new PlainVault();
    private final AccountId ann = anAccount().id();
    private final KeyOwner owner = KeyOwner.of(ann);

    @Test
    void what_was_sealed_opens_in_its_place_and_hides_the_secret() {
        SealedSecret sealed = vault.seal(owner, PLACE, SECRET);

        assertThat(vault.open(owner, PLACE, sealed)).isEqualTo(new Opening.Opened(SECRET));
        assertThat(new String(sealed.envelope(), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void it_opens_nowhere_else() {
        SealedSecret sealed = vault.seal(owner, PLACE, SECRET);
        vault.seal(KeyOwner.service(), PLACE, SECRET);

        assertThat(vault.open(KeyOwner.service(), PLACE, sealed)).isEqualTo(new Opening.Unreadable());
        assertThat(List.of(
                        new Place("connection.refresh_token", "row", "spotify", 3),
                        new Place("connection.access_token", "other", "spotify", 3),
                        new Place("connection.access_token", "row", "youtube", 3),
                        new Place("connection.access_token", "row", "spotify", 4)))
                .allSatisfy(
                        place -> assertThat(vault.open(owner, place, sealed)).isEqualTo(new Opening.Unreadable()));
        assertThat(vault.open(owner, PLACE, new SealedSecret(new byte[] {1, 2, 3})))
                .isEqualTo(new Opening.Unreadable());
    }

    @Test
    void with_the_keys_everything_sealed_is_gone_also_after_new_keys_were_made() {
        SealedSecret sealed = vault.seal(owner, PLACE, SECRET);

        vault.destroyKeysOf(ann);
        assertThat(vault.open(owner, PLACE, sealed)).isEqualTo(new Opening.Unreadable());

        SealedSecret again = vault.seal(owner, PLACE, SECRET);
        assertThat(vault.open(owner, PLACE, sealed)).isEqualTo(new Opening.Unreadable());
        assertThat(vault.open(owner, PLACE, again)).isEqualTo(new Opening.Opened(SECRET));
    }

    @Test
    void what_was_got_ready_seals_also_while_the_vault_is_broken() {
        TokenVault.Sealer sealer = vault.sealerFor(owner);
        vault.failWith(new StoreUnavailable("gone", null));

        SealedSecret sealed = sealer.seal(PLACE, SECRET);

        vault.heal();
        assertThat(vault.open(owner, PLACE, sealed)).isEqualTo(new Opening.Opened(SECRET));
    }

    @Test
    void a_broken_vault_throws_until_it_is_healed() {
        StoreUnavailable trouble = new StoreUnavailable("gone", null);
        vault.failWith(trouble);
        assertThatThrownBy(() -> vault.seal(owner, PLACE, SECRET)).isSameAs(trouble);
        assertThatThrownBy(() -> vault.sealerFor(owner)).isSameAs(trouble);

        vault.heal();

        assertThat(vault.seal(owner, PLACE, SECRET)).isNotNull();
    }
}
