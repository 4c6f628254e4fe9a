package dev.patchbay.usecase.signin;

import static dev.patchbay.port.Fixtures.GOOGLE;
import static dev.patchbay.port.Fixtures.anIdentity;
import static dev.patchbay.port.Fixtures.anIdentityAt;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.usecase.World.DEVICE;
import static dev.patchbay.usecase.World.GITHUB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.port.Race;
import dev.patchbay.port.provider.Identification;
import dev.patchbay.usecase.FakeIdentityProvider;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.World.Trip;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Landing;
import dev.patchbay.usecase.attempt.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CompleteSignInTest {

    private final World world = new World();

    @Test
    void the_first_time_makes_an_account_and_a_session() {
        var signedIn = signedIn(signIn(world.google, anIdentity(GOOGLE, "ann")));
        Session session = signedIn.session();

        assertThat(signedIn.firstTime()).isTrue();
        Account account = world.store.accounts().find(session.account()).orElseThrow();
        assertThat(account.id().value()).startsWith("mmp_").doesNotContain("ann");
        assertThat(account.displayName().value()).isEqualTo("Ann");
        assertThat(session.via()).isEqualTo(GOOGLE);
        assertThat(session.device()).isEqualTo(DEVICE);
        assertThat(session.expiresAt()).isEqualTo(world.clock.instant().plus(days(7)));
        assertThat(world.store.sessions().find(session.id())).contains(session);
        assertThat(kinds(account)).containsExactly(Event.Kind.SIGNED_IN, Event.Kind.ACCOUNT_CREATED);
    }

    @Test
    void who_was_here_before_gets_the_same_account_and_another_session() {
        var first = signedIn(signIn(world.google, anIdentity(GOOGLE, "ann")));
        world.clock.advance(days(1));
        var second = signedIn(signIn(world.google, anIdentity(GOOGLE, "ann")));

        assertThat(second.firstTime()).isFalse();
        assertThat(second.session().account()).isEqualTo(first.session().account());
        assertThat(second.session().id()).isNotEqualTo(first.session().id());
        assertThat(world.store
                        .signInMethods()
                        .find(anIdentity(GOOGLE, "ann"))
                        .orElseThrow()
                        .lastUsedAt())
                .isEqualTo(world.clock.instant());
    }

    @Test
    void the_same_e_mail_address_at_two_providers_is_two_people() {
        var atGoogle = signedIn(signIn(world.google, anIdentity(GOOGLE, "1")));
        var atGithub = signedIn(signIn(world.github, anIdentity(GITHUB, "1")));

        assertThat(anIdentity(GOOGLE, "1").email())
                .isEqualTo(anIdentity(GITHUB, "1").email());
        assertThat(atGithub.session().account()).isNotEqualTo(atGoogle.session().account());
        assertThat(atGithub.firstTime()).isTrue();
    }

    @Test
    void the_same_subject_of_two_issuers_is_two_people_and_a_changed_e_mail_is_the_same_one() {
        var first = signedIn(signIn(world.google, identity("https://one.example", "1", "a@example.org")));
        var other = signedIn(signIn(world.google, identity("https://two.example", "1", "a@example.org")));
        var moved = signedIn(signIn(world.google, identity("https://one.example", "1", "b@example.org")));

        assertThat(other.session().account()).isNotEqualTo(first.session().account());
        assertThat(moved.session().account()).isEqualTo(first.session().account());
    }

    @Test
    void many_first_sign_ins_of_one_identity_at_once_are_one_account() {
        ExternalIdentity identity = anIdentity();
        List<Callable<Outcome.SignedIn>> steps = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            Trip trip = world.signingIn(world.google, Wish.browser());
            var answer = world.consenting(trip, world.google, identity);
            steps.add(() -> signedIn(
                    ((Landing.Ended) world.attempting.returning().land(answer, trip.cookies(), DEVICE)).outcome()));
        }

        List<Outcome.SignedIn> all = Race.between(steps);

        assertThat(all.stream().map(one -> one.session().account()).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(all.stream().filter(Outcome.SignedIn::firstTime)).hasSize(1);
        assertThat(all.stream().map(one -> one.session().id()).collect(Collectors.toSet()))
                .hasSize(32);
    }

    @Test
    void each_no_of_the_provider_has_its_own_refusal_and_signs_nobody_in() {
        assertRefused(new Identification.CodeRefused(), Refusal.CODE_REFUSED);
        assertRefused(new Identification.AppRefused(Cause.APP_REJECTED), Refusal.APP_REJECTED);
        assertRefused(new Identification.Untrusted("audience"), Refusal.IDENTITY_UNTRUSTED);
        assertRefused(new Identification.Unavailable("502", Optional.empty()), Refusal.PROVIDER_UNAVAILABLE);

        assertThat(world.google.exchanges()).isEqualTo(4);
        assertThat(world.store.signInMethods().find(anIdentity(GOOGLE, "ann"))).isEmpty();
    }

    @Test
    void a_linked_identity_leads_to_the_account_it_was_linked_to() {
        Person ann = world.somebody();
        ExternalIdentity second = anIdentityAt(GITHUB);

        assertThat(link(ann, second)).isEqualTo(new Outcome.Linked(GITHUB));

        assertThat(signedIn(signIn(world.github, second)).session().account())
                .isEqualTo(ann.account().id());
        assertThat(world.happenedTo(ann)).contains(Event.Kind.METHOD_LINKED);
        assertThat(world.store.signInMethods().of(ann.account().id())).hasSize(2);
    }

    @Test
    void linking_starts_no_session() {
        Person ann = world.somebody();
        link(ann, anIdentityAt(GITHUB));

        assertThat(world.store.sessions().alive(ann.account().id(), world.clock.instant()))
                .containsExactly(ann.session());
    }

    @Test
    void linking_what_is_linked_already_changes_nothing() {
        Person ann = world.somebody();
        ExternalIdentity second = anIdentityAt(GITHUB);
        link(ann, second);

        assertThat(link(ann, second)).isEqualTo(new Outcome.Linked(GITHUB));
        assertThat(world.happenedTo(ann)).containsExactly(Event.Kind.METHOD_LINKED);
    }

    @Test
    void an_identity_of_somebody_else_is_not_moved() {
        Person ann = world.somebody();
        Person bob = world.somebody();
        ExternalIdentity bobs = anIdentityAt(GITHUB);
        link(bob, bobs);

        assertThat(link(ann, bobs)).isEqualTo(new Outcome.Refused(Refusal.IDENTITY_TAKEN));
        assertThat(signedIn(signIn(world.github, bobs)).session().account())
                .isEqualTo(bob.account().id());
    }

    @Test
    void a_second_identity_of_one_provider_is_refused() {
        Person ann = world.somebody();
        link(ann, anIdentityAt(GITHUB));

        assertThat(link(ann, anIdentityAt(GITHUB))).isEqualTo(new Outcome.Refused(Refusal.ALREADY_LINKED));
        assertThat(world.store.signInMethods().of(ann.account().id())).hasSize(2);
    }

    @Test
    void what_cannot_begin_says_why() {
        world.google.down(true);
        assertThat(world.beginSignIn.signIn(GOOGLE, Wish.browser()))
                .isEqualTo(new Beginning.Unavailable(Optional.empty()));
        world.apps.remove(GOOGLE);
        assertThat(world.beginSignIn.signIn(GOOGLE, Wish.browser())).isEqualTo(new Beginning.NoApp());
        assertThat(world.beginSignIn.signIn(new ProviderId("spotify"), Wish.browser()))
                .isEqualTo(new Beginning.UnknownProvider());
        assertThat(world.beginSignIn.signIn(GITHUB, new Wish(Optional.of("//evil.example"), Wish.Ending.BROWSER)))
                .isEqualTo(new Beginning.ReturnToRefused());
    }

    @Test
    void a_way_in_can_be_taken_away_but_not_the_last_one() {
        Person ann = world.somebody();
        link(ann, anIdentityAt(GITHUB));
        ManageSignInMethods manage = world.manageMethods;

        assertThat(manage.list(ann.in())).hasSize(2);
        assertThat(manage.unlink(ann.in(), GITHUB)).isEqualTo(Unlinking.UNLINKED);
        assertThat(manage.unlink(ann.in(), GITHUB)).isEqualTo(Unlinking.NOT_LINKED);
        assertThat(manage.unlink(ann.in(), GOOGLE)).isEqualTo(Unlinking.LAST_ONE);
        assertThat(world.happenedTo(ann)).containsExactly(Event.Kind.METHOD_UNLINKED, Event.Kind.METHOD_LINKED);
    }

    private static ExternalIdentity identity(String issuer, String subject, String email) {
        return new ExternalIdentity(GOOGLE, issuer, subject, Optional.of(email), Optional.empty(), Optional.empty());
    }

    private Outcome signIn(FakeIdentityProvider provider, ExternalIdentity identity) {
        return end(world.signingIn(provider, Wish.browser()), provider, identity);
    }

    private Outcome link(Person who, ExternalIdentity identity) {
        return end(world.linking(who, world.github, Wish.browser()), world.github, identity);
    }

    private Outcome end(Trip trip, FakeIdentityProvider provider, ExternalIdentity identity) {
        Landing landing =
                world.attempting.returning().land(world.consenting(trip, provider, identity), trip.cookies(), DEVICE);
        return ((Landing.Ended) landing).outcome();
    }

    private void assertRefused(Identification answer, Refusal refusal) {
        world.google.next(answer);
        assertThat(signIn(world.google, anIdentity(GOOGLE, "ann"))).isEqualTo(new Outcome.Refused(refusal));
    }

    private List<Event.Kind> kinds(Account account) {
        return world.store.activity().recent(account.id(), 100).stream()
                .map(Event::kind)
                .toList();
    }

    private static Outcome.SignedIn signedIn(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.SignedIn.class);
        return (Outcome.SignedIn) outcome;
    }
}
