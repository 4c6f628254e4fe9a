package dev.patchbay.usecase.sim;

import static dev.patchbay.usecase.sim.Kernel.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.port.Fixtures;
import dev.patchbay.usecase.sim.Ledger.Issued;
import dev.patchbay.usecase.sim.Ledger.Showing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final ClientAppId APP = Provider.app("one").id();
    private static final long LIFE = 300 * SECOND;

    private final Slot ann = new Slot(1, Fixtures.aSessionOf(Fixtures.anAccount()));

    @Test
    void a_provider_that_does_not_rotate_takes_one_refresh_token_for_ever() {
        Ledger ledger = new Ledger(new GrantClass.NonRotating(), LIFE);
        Issued first = ledger.consent(ann, APP, 0);

        assertThat(refreshed(ledger, first, 1).refresh()).isNull();
        assertThat(refreshed(ledger, first, 2).access().issuedAt).isEqualTo(2);
        assertThat(ledger.isLive(first.refresh(), 3)).isTrue();
    }

    @Test
    void where_tokens_overlap_the_old_and_the_new_one_are_good() {
        Ledger ledger = new Ledger(new GrantClass.Overlap(), LIFE);
        Issued first = ledger.consent(ann, APP, 0);
        Issued second = refreshed(ledger, first, 1);

        assertThat(ledger.isLive(first.refresh(), 2)).isTrue();
        assertThat(ledger.isLive(second.refresh(), 2)).isTrue();
    }

    @Test
    void inside_the_grace_period_a_spent_token_is_good_and_afterwards_it_is_refused_and_harms_nobody() {
        Ledger ledger = new Ledger(new GrantClass.Grace(Duration.ofSeconds(30)), LIFE);
        Issued first = ledger.consent(ann, APP, 0);
        Issued second = refreshed(ledger, first, SECOND);

        assertThat(ledger.look(first.refresh().text, APP, 20 * SECOND)).isEqualTo(Showing.WITHIN_GRACE);
        Issued again = refreshed(ledger, first, 20 * SECOND);
        assertThat(ledger.look(first.refresh().text, APP, 31 * SECOND)).isEqualTo(Showing.SPENT);
        assertThat(ledger.refresh(first.refresh().text, APP, 31 * SECOND)).isNull();
        assertThat(ledger.isLive(second.refresh(), 31 * SECOND)).isTrue();
        assertThat(ledger.isLive(again.refresh(), 31 * SECOND)).isTrue();
    }

    @Test
    void a_strict_provider_takes_each_refresh_token_once() {
        Ledger ledger = new Ledger(new GrantClass.Strict(), LIFE);
        Issued first = ledger.consent(ann, APP, 0);
        Issued second = refreshed(ledger, first, 1);

        assertThat(ledger.refresh(first.refresh().text, APP, 2)).isNull();
        assertThat(ledger.isLive(second.refresh(), 3)).isTrue();
    }

    @Test
    void a_strict_provider_that_revokes_ends_the_grant_when_a_spent_token_is_shown() {
        Ledger ledger = new Ledger(new GrantClass.StrictRevoke(), LIFE);
        Issued first = ledger.consent(ann, APP, 0);
        Issued second = refreshed(ledger, first, 1);
        Issued other = ledger.consent(ann, APP, 1);

        assertThat(ledger.refresh(first.refresh().text, APP, 2)).isNull();
        assertThat(ledger.isLive(second.refresh(), 3)).isFalse();
        assertThat(first.access().grant.end).isEqualTo(Ledger.End.REUSED);
        assertThat(ledger.isLive(other.refresh(), 3)).isTrue();
    }

    @Test
    void a_token_is_refused_to_another_app_and_stays_good() {
        Ledger ledger = new Ledger(new GrantClass.StrictRevoke(), LIFE);
        Issued first = ledger.consent(ann, APP, 0);

        assertThat(ledger.refresh(first.refresh().text, Provider.app("two").id(), 1))
                .isNull();
        assertThat(ledger.isLive(first.refresh(), 2)).isTrue();
    }

    @Test
    void a_code_is_good_once_and_for_its_app() {
        Ledger ledger = new Ledger(new GrantClass.Strict(), LIFE);
        String code = ledger.code(ann, APP);

        assertThat(ledger.exchange(ledger.code(ann, APP), Provider.app("two").id(), 1))
                .isNull();
        assertThat(ledger.exchange(code, APP, 1)).isNotNull();
        assertThat(ledger.exchange(code, APP, 2)).isNull();
    }

    private static Issued refreshed(Ledger ledger, Issued shown, long now) {
        Issued issued = ledger.refresh(shown.refresh().text, APP, now);
        assertThat(issued).isNotNull();
        return issued;
    }
}
