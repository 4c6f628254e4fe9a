package dev.patchbay.domain.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final ProviderId SPOTIFY = new ProviderId("spotify");
    private static final ClientAppId APP = new ClientAppId(SPOTIFY, "first");
    private static final ClientAppId OTHER_APP = new ClientAppId(SPOTIFY, "second");
    private static final ExternalAccount ANN = new ExternalAccount("ann", Optional.empty(), Optional.empty());
    private static final SealedTokens NEW_TOKENS =
            new SealedTokens("Bearer", new SealedSecret(new byte[] {2}), Optional.empty());

    private final Connection broken = new Connection(
            new ConnectionId(new UUID(0, 7)),
            AccountId.of(new UUID(0, 8)),
            SPOTIFY,
            APP,
            ANN,
            Scopes.of("a", "b"),
            new Clocks(NOW, NOW.plusSeconds(3600), NOW, Optional.of(NOW.plusSeconds(100_000))),
            new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW),
            new SealedTokens("Bearer", new SealedSecret(new byte[] {1}), Optional.empty()),
            4,
            NOW,
            Optional.of(NOW));

    @Test
    void a_renewal_makes_the_next_version_active_and_keeps_whose_it_is() {
        Clocks moved = broken.clocks().refreshed(NOW.plusSeconds(60), Duration.ofHours(1));
        Connection next = broken.refreshed(NEW_TOKENS, Scopes.of("a"), moved);

        assertThat(next.version()).isEqualTo(5);
        assertThat(next.standing()).isEqualTo(new Standing.Active());
        assertThat(next.lastRefreshedAt()).contains(NOW.plusSeconds(60));
        assertThat(next.scopes()).isEqualTo(Scopes.of("a"));
        assertThat(next.app()).isEqualTo(APP);
        assertThat(next.id()).isEqualTo(broken.id());
        assertThat(next.connectedAt()).isEqualTo(NOW);
    }

    @Test
    void a_reconnect_keeps_the_id_and_the_first_consent_and_starts_everything_else_anew() {
        Instant later = NOW.plusSeconds(9000);
        Clocks restarted = new Clocks(later, later.plusSeconds(3600), later, Optional.empty());
        Connection next = broken.reconnected(OTHER_APP, ANN, Scopes.of("b"), restarted, NEW_TOKENS);

        assertThat(next)
                .isEqualTo(new Connection(
                        broken.id(),
                        broken.account(),
                        SPOTIFY,
                        OTHER_APP,
                        ANN,
                        Scopes.of("b"),
                        restarted,
                        new Standing.Active(),
                        NEW_TOKENS,
                        5,
                        NOW,
                        Optional.empty()));
    }

    @Test
    void standing_otherwise_is_no_new_version() {
        Connection mended = broken.standing(new Standing.Active());

        assertThat(mended.version()).isEqualTo(4);
        assertThat(mended.tokens()).isEqualTo(broken.tokens());
    }

    @Test
    void tokens_have_a_place_of_their_own_in_each_version() {
        assertThat(broken.keyOwner()).isEqualTo(KeyOwner.of(broken.account()));
        assertThat(broken.accessTokenPlace())
                .isNotEqualTo(broken.refreshTokenPlace())
                .isEqualTo(Connection.accessTokenPlace(broken.id(), SPOTIFY, 4))
                .isNotEqualTo(Connection.accessTokenPlace(broken.id(), SPOTIFY, 5));
    }

    @Test
    void every_cause_has_a_code_words_and_a_next_step() {
        for (Cause cause : Cause.values()) {
            assertThat(cause.code()).matches("[a-z_]+");
            assertThat(cause.words()).endsWith(".").doesNotContain("_");
            assertThat(cause.nextAction().code()).matches("[a-z_]+");
        }
    }

    @Test
    void somebody_outside_has_an_id() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExternalAccount(" ", Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExternalAccount("x".repeat(256), Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> identity("", "subject"));
        assertThatIllegalArgumentException().isThrownBy(() -> identity("https://issuer.example", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> identity("https://issuer.example", "x".repeat(256)));
    }

    private static ExternalIdentity identity(String issuer, String subject) {
        return new ExternalIdentity(SPOTIFY, issuer, subject, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
