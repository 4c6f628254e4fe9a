package dev.patchbay.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.StoreUnavailable;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VaultTokenTest {
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;

    private TransitStandIn vault;

    @BeforeEach
    void open() throws IOException {
        vault = new TransitStandIn();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void one_that_never_ends_is_left_alone() {
        assertThat(token(TransitStandIn.TOKEN).keepAlive()).isEqualTo(VaultToken.State.LIVES);
    }

    @Test
    void one_that_may_be_renewed_is_renewed() {
        aToken(HOUR, DAY, 30 * DAY, true);

        assertThat(token(TransitStandIn.TOKEN).keepAlive()).isEqualTo(VaultToken.State.LIVES);

        assertThat(vault.ttl).isEqualTo(DAY);
    }

    @Test
    void a_short_one_that_is_as_long_as_it_ever_was_is_no_reason_to_worry() {
        aToken(HOUR, HOUR, HOUR, true);

        assertThat(token(TransitStandIn.TOKEN).keepAlive()).isEqualTo(VaultToken.State.LIVES);
    }

    @Test
    void one_at_the_end_of_what_renewing_gives_is_told_of() {
        aToken(2 * DAY, 30 * DAY, 2 * DAY, true);

        assertThat(token(TransitStandIn.TOKEN).keepAlive()).isEqualTo(VaultToken.State.ENDS_SOON);
    }

    @Test
    void one_that_may_not_be_renewed_is_told_of_in_its_last_week_only() {
        aToken(8 * DAY, 30 * DAY, 30 * DAY, false);
        assertThat(token(TransitStandIn.TOKEN).keepAlive()).isEqualTo(VaultToken.State.LIVES);

        vault.ttl = 6 * DAY;
        assertThat(token(TransitStandIn.TOKEN).keepAlive()).isEqualTo(VaultToken.State.ENDS_SOON);
        assertThat(vault.ttl).isEqualTo(6 * DAY);
    }

    @Test
    void a_refused_one_is_told_from_a_service_that_is_away() {
        assertThat(token("hvs.other").keepAlive()).isEqualTo(VaultToken.State.REFUSED);

        vault.status = Optional.of(503);
        assertThatThrownBy(() -> token(TransitStandIn.TOKEN).keepAlive()).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void a_master_key_at_the_service_keeps_its_token_alive() {
        aToken(HOUR, DAY, 30 * DAY, true);

        new TransitMasterKey(settings(TransitStandIn.TOKEN), "TRANSIT_KEY").keepAlive();

        assertThat(vault.ttl).isEqualTo(DAY);
    }

    private void aToken(int ttl, int creationTtl, int longest, boolean renewable) {
        vault.ttl = ttl;
        vault.creationTtl = creationTtl;
        vault.longest = longest;
        vault.renewable = renewable;
    }

    private TransitSettings settings(String token) {
        return new TransitSettings(vault.address(), Secret.of(token), "transit", "patchbay");
    }

    private VaultToken token(String token) {
        return new VaultToken(new VaultCalls(settings(token)));
    }
}
