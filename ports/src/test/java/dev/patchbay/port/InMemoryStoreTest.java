package dev.patchbay.port;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.anAccount;
import static dev.patchbay.port.Fixtures.open;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.port.connection.Claims.Claimant;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest {

    private final InMemoryStore store = new InMemoryStore();

    @Test
    void a_broken_store_answers_nothing_and_writes_nothing_until_it_is_healed() {
        Account ann = anAccount();
        StoreUnavailable trouble = new StoreUnavailable("gone", null);

        store.failWith(trouble);
        assertThatThrownBy(() -> open(store)).isSameAs(trouble);
        assertThatThrownBy(() -> store.connections().add(aConnection().build())).isSameAs(trouble);
        store.heal();

        assertThat(store.accounts().find(ann.id())).isEmpty();
    }

    @Test
    void a_lost_answer_took_effect() {
        Account ann = open(store);
        DisplayName name = new DisplayName("Bea");

        store.loseAnswersWith(new StoreUnavailable("gone", null));
        assertThatThrownBy(() -> store.accounts().rename(ann.id(), name)).isInstanceOf(StoreUnavailable.class);
        store.heal();

        assertThat(store.accounts().find(ann.id())).contains(ann.renamed(name));
    }

    @Test
    void a_claim_whose_answer_is_lost_was_granted_and_counts_once() {
        Account ann = open(store);
        Claimant claimant = new Claimant("a", seconds(15));
        Connection connection = aConnection().ownedBy(ann).build();
        store.connections().add(connection);
        long before = store.calls();

        store.loseAnswersWith(new StoreUnavailable("gone", null));
        assertThatThrownBy(() -> store.claims().claim(connection.id(), 1, claimant, held -> false, NOW))
                .isInstanceOf(StoreUnavailable.class);
        store.heal();

        assertThat(store.calls() - before).isEqualTo(1);
        assertThat(store.claims().claim(connection.id(), 1, claimant, held -> false, NOW))
                .isEmpty();
    }
}
