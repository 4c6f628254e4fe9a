package dev.patchbay.port.account;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aFingerprint;
import static dev.patchbay.port.Fixtures.aMethodOf;
import static dev.patchbay.port.Fixtures.aParkedGrantOf;
import static dev.patchbay.port.Fixtures.aSessionOf;
import static dev.patchbay.port.Fixtures.anAccount;
import static dev.patchbay.port.Fixtures.anAccountNamed;
import static dev.patchbay.port.Fixtures.anAttempt;
import static dev.patchbay.port.Fixtures.anIdentity;
import static dev.patchbay.port.Fixtures.claimOf;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.Handoff;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.LendingView;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Accounts} keeps. */
public abstract class AccountsContract {

    protected abstract Stores stores();

    @Test
    void an_opened_account_is_found_with_its_first_sign_in_method() {
        Account ann = anAccount();
        ExternalIdentity identity = anIdentity();

        assertThat(stores().accounts().open(ann, aMethodOf(ann, identity))).isTrue();

        assertThat(stores().accounts().find(ann.id())).contains(ann);
        assertThat(stores().signInMethods().find(identity)).contains(aMethodOf(ann, identity));
    }

    @Test
    void an_account_nobody_opened_is_not_found() {
        assertThat(stores().accounts().find(anAccount().id())).isEmpty();
    }

    @Test
    void an_identity_that_is_linked_opens_no_second_account_and_nothing_is_written() {
        Account ann = anAccount();
        Account twin = anAccountNamed("Twin");
        ExternalIdentity identity = anIdentity();
        stores().accounts().open(ann, aMethodOf(ann, identity));

        assertThat(stores().accounts().open(twin, aMethodOf(twin, identity))).isFalse();

        assertThat(stores().accounts().find(twin.id())).isEmpty();
        assertThat(stores().signInMethods().of(twin.id())).isEmpty();
        assertThat(stores().signInMethods().find(identity).orElseThrow().account())
                .isEqualTo(ann.id());
    }

    @Test
    void of_many_who_open_an_account_for_one_identity_exactly_one_does() {
        ExternalIdentity identity = anIdentity();
        List<Account> people =
                Stream.generate(Fixtures::anAccount).limit(Race.RUNNERS).toList();

        List<Boolean> opened = Race.between(people.stream()
                .<Callable<Boolean>>map(person -> () -> stores().accounts().open(person, aMethodOf(person, identity)))
                .toList());

        assertThat(opened).containsOnlyOnce(true);
        assertThat(people.stream().flatMap(person -> stores().accounts().find(person.id()).stream()))
                .hasSize(1);
    }

    @Test
    void a_first_method_of_somebody_else_is_a_mistake() {
        Account ann = anAccount();

        assertThatThrownBy(() -> stores().accounts().open(ann, aMethodOf(anAccount(), anIdentity())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void renaming_answers_with_the_account_as_it_is_now() {
        Account ann = open(stores());
        DisplayName name = new DisplayName("Zoë 🎧 𝔐usic 音楽");

        assertThat(stores().accounts().rename(ann.id(), name)).contains(ann.renamed(name));
        assertThat(stores().accounts().find(ann.id())).contains(ann.renamed(name));
        assertThat(stores().accounts().rename(ann.id(), name)).contains(ann.renamed(name));
    }

    @Test
    void the_longest_name_fits() {
        Account ann = open(stores());
        DisplayName name = new DisplayName("🎧".repeat(40));

        assertThat(stores().accounts().rename(ann.id(), name)).contains(ann.renamed(name));
        DisplayName wide = new DisplayName("ß".repeat(80));
        assertThat(stores().accounts().rename(ann.id(), wide)).contains(ann.renamed(wide));
    }

    @Test
    void nobody_is_renamed_who_is_not_there() {
        assertThat(stores().accounts().rename(anAccount().id(), new DisplayName("Nobody")))
                .isEmpty();
    }

    @Test
    void a_language_is_kept_once_it_is_chosen() {
        Account ann = open(stores());
        Account bob = open(stores());

        for (Language chosen : Language.values()) {
            assertThat(stores().accounts().speak(ann.id(), chosen)).contains(ann.speaking(chosen));
            assertThat(stores().accounts().find(ann.id())).contains(ann.speaking(chosen));
        }
        DisplayName name = new DisplayName("Anna");
        assertThat(stores().accounts().rename(ann.id(), name).orElseThrow().language())
                .contains(Language.DE);
        assertThat(stores().accounts().find(bob.id()).orElseThrow().language()).isEmpty();
        assertThat(stores().accounts().speak(anAccount().id(), Language.EN)).isEmpty();
    }

    @Test
    void an_account_may_be_opened_with_a_language() {
        Account ann = anAccount().speaking(Language.DE);

        stores().accounts().open(ann, aMethodOf(ann, anIdentity()));

        assertThat(stores().accounts().find(ann.id())).contains(ann);
    }

    @Test
    void erasing_removes_every_row_of_the_account_and_no_other() {
        Account ann = open(stores());
        Account bob = open(stores());
        Belongings hers = fill(ann);
        Belongings his = fill(bob);

        stores().accounts().erase(ann.id());
        stores().accounts().erase(ann.id());

        assertNothingIsLeft(ann, hers);
        assertThat(stores().accounts().find(bob.id())).isPresent();
        assertThat(stores().signInMethods().of(bob.id())).hasSize(1);
        assertThat(stores().sessions().find(his.session().id())).isPresent();
        assertThat(stores().connections().of(bob.id())).hasSize(1);
        assertThat(stores().parkedGrants().find(bob.id(), SPOTIFY, NOW)).isPresent();
        assertThat(stores().activity().recent(bob.id(), 10)).hasSize(1);
        assertThat(stores().keyShelf().newestDataKey(KeyOwner.of(bob.id()))).isPresent();
        assertThat(stores().handoffs().take(his.handoff().fingerprint(), NOW)).isPresent();
        assertThat(stores().attempts().consume(his.attempt().stateFingerprint(), NOW))
                .isPresent();
    }

    private void assertNothingIsLeft(Account gone, Belongings of) {
        assertThat(stores().accounts().find(gone.id())).isEmpty();
        assertThat(stores().signInMethods().of(gone.id())).isEmpty();
        assertThat(stores().sessions().find(of.session().id())).isEmpty();
        assertThat(stores().connections().find(of.connection().id())).isEmpty();
        assertThat(stores().connections().lookUp(claimOf(of.session()), SPOTIFY, NOW))
                .isEqualTo(new LendingView.NoSession());
        assertThat(stores().parkedGrants().find(gone.id(), SPOTIFY, NOW)).isEmpty();
        assertThat(stores().activity().recent(gone.id(), 10)).isEmpty();
        assertThat(stores().keyShelf().newestDataKey(KeyOwner.of(gone.id()))).isEmpty();
        assertThat(stores().attempts().consume(of.attempt().stateFingerprint(), NOW))
                .isEmpty();
        assertThat(stores().handoffs().take(of.handoff().fingerprint(), NOW)).isEmpty();
    }

    @Test
    void an_identity_of_an_erased_account_may_open_a_new_one() {
        Account ann = anAccount();
        ExternalIdentity identity = anIdentity();
        stores().accounts().open(ann, aMethodOf(ann, identity));
        stores().accounts().erase(ann.id());
        Account again = anAccount();

        assertThat(stores().accounts().open(again, aMethodOf(again, identity))).isTrue();
    }

    @Test
    void nothing_is_kept_for_an_account_that_is_not_there() {
        Account nobody = anAccount();

        assertThatThrownBy(() -> stores().sessions().start(aSessionOf(nobody)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        stores().connections().add(aConnection().ownedBy(nobody).build()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stores().signInMethods().link(aMethodOf(nobody, anIdentity())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stores().attempts()
                        .add(anAttempt().toConnect(SPOTIFY).by(nobody).build()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stores().parkedGrants().park(aParkedGrantOf(nobody)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stores().activity().add(event(nobody))).isInstanceOf(IllegalStateException.class);
    }

    private record Belongings(Session session, Connection connection, Attempt attempt, Handoff handoff) {}

    private Belongings fill(Account account) {
        Session session = aSessionOf(account);
        Connection connection = aConnection().ownedBy(account).build();
        Attempt attempt = anAttempt().toConnect(SPOTIFY).by(account).build();
        Handoff handoff =
                new Handoff(aFingerprint(), attempt.id(), new SealedSecret(new byte[] {1, 2}), attempt.expiresAt());
        WrappedKey wrapped = new WrappedKey(new byte[] {3, 4});
        stores().sessions().start(session);
        stores().connections().add(connection);
        stores().parkedGrants().park(aParkedGrantOf(account));
        stores().attempts().add(attempt);
        stores().handoffs().park(handoff);
        stores().activity().add(event(account));
        stores().keyShelf().add(new VaultKey(1, KeyState.ACTIVE, "master", wrapped, NOW));
        stores().keyShelf().add(new DataKey(KeyOwner.of(account.id()), 1, 1, wrapped, NOW));
        return new Belongings(session, connection, attempt, handoff);
    }

    private static Event event(Account account) {
        return new Event(account.id(), Event.Kind.SIGNED_IN, Optional.empty(), "here", NOW);
    }
}
