package dev.patchbay.port.signin;

import static dev.patchbay.port.Fixtures.GOOGLE;
import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aMethodOf;
import static dev.patchbay.port.Fixtures.anAccount;
import static dev.patchbay.port.Fixtures.anIdentity;
import static dev.patchbay.port.Fixtures.anIdentityAt;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import dev.patchbay.port.signin.SignInMethods.LinkOutcome;
import dev.patchbay.port.signin.SignInMethods.UnlinkOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SignInMethods} keeps. */
public abstract class SignInMethodsContract {

    private static final ProviderId GITHUB = new ProviderId("github");

    protected abstract Stores stores();

    @Test
    void only_provider_issuer_and_subject_say_who_somebody_is() {
        Account ann = open(stores());
        ExternalIdentity identity = anIdentityAt(GITHUB);
        stores().signInMethods().link(aMethodOf(ann, identity));

        assertThat(stores().signInMethods().find(bare(GITHUB, identity.issuer(), identity.subject())))
                .contains(aMethodOf(ann, identity));
        assertThat(stores().signInMethods().find(bare(GOOGLE, identity.issuer(), identity.subject())))
                .isEmpty();
        assertThat(stores().signInMethods().find(bare(GITHUB, identity.issuer() + "/", identity.subject())))
                .isEmpty();
        assertThat(stores().signInMethods().find(bare(GITHUB, identity.issuer(), identity.subject() + "1")))
                .isEmpty();
    }

    @Test
    void subjects_and_issuers_are_compared_exactly() {
        String subject = "AbC-" + UUID.randomUUID();
        List<ExternalIdentity> alike = List.of(
                bare(GITHUB, "https://issuer.example", subject),
                bare(GITHUB, "https://issuer.example", subject.toLowerCase(Locale.ROOT)),
                bare(GITHUB, "https://issuer.example", subject + " "),
                bare(GITHUB, "https://issuer.example", " " + subject),
                bare(GITHUB, "https://Issuer.example", subject),
                bare(GITHUB, "https://issuer.example ", subject),
                bare(GITHUB, "https://issuer.example", subject.replace("AbC", "ÀbC")),
                bare(GITHUB, "https://issuer.example", subject.replace("AbC", "A\u0300bC")));

        for (ExternalIdentity identity : alike) {
            Account person = open(stores());
            assertThat(stores().signInMethods().link(aMethodOf(person, identity)))
                    .isEqualTo(LinkOutcome.LINKED);
            assertThat(stores().signInMethods().find(identity)).contains(aMethodOf(person, identity));
        }
    }

    @Test
    void the_longest_subject_and_issuer_fit() {
        Account ann = open(stores());
        ExternalIdentity longest = bare(GITHUB, "https://" + "i".repeat(247), UUID.randomUUID() + "🎧".repeat(109));

        assertThat(stores().signInMethods().link(aMethodOf(ann, longest))).isEqualTo(LinkOutcome.LINKED);
        assertThat(stores().signInMethods().find(longest)).contains(aMethodOf(ann, longest));
    }

    @Test
    void methods_are_listed_oldest_first() {
        Account ann = open(stores());
        SignInMethod older = new SignInMethod(ann.id(), anIdentityAt(GITHUB), NOW.minusNanos(1000), NOW);
        SignInMethod newer =
                new SignInMethod(ann.id(), anIdentityAt(new ProviderId("apple")), NOW.plusNanos(1000), NOW);
        stores().signInMethods().link(newer);
        stores().signInMethods().link(older);

        assertThat(stores().signInMethods().of(ann.id()))
                .extracting(method -> method.identity().provider())
                .containsExactly(GITHUB, GOOGLE, new ProviderId("apple"));
        assertThat(stores().signInMethods().of(anAccount().id())).isEmpty();
    }

    @Test
    void linking_tells_yours_from_taken_from_in_use() {
        Account ann = open(stores());
        Account bob = open(stores());
        ExternalIdentity identity = anIdentityAt(GITHUB);

        assertThat(stores().signInMethods().link(aMethodOf(ann, identity))).isEqualTo(LinkOutcome.LINKED);
        assertThat(stores().signInMethods().link(aMethodOf(ann, identity))).isEqualTo(LinkOutcome.ALREADY_YOURS);
        assertThat(stores().signInMethods().link(aMethodOf(bob, identity))).isEqualTo(LinkOutcome.TAKEN);
        assertThat(stores().signInMethods().link(aMethodOf(ann, anIdentityAt(GITHUB))))
                .isEqualTo(LinkOutcome.PROVIDER_IN_USE);
        assertThat(stores().signInMethods().find(identity).orElseThrow().account())
                .isEqualTo(ann.id());
        assertThat(stores().signInMethods().of(ann.id())).hasSize(2);
        assertThat(stores().signInMethods().of(bob.id())).hasSize(1);
    }

    @Test
    void of_many_accounts_that_link_one_identity_exactly_one_gets_it() {
        ExternalIdentity identity = anIdentityAt(GITHUB);
        List<Callable<LinkOutcome>> steps = Stream.generate(() -> open(stores()))
                .limit(Race.RUNNERS)
                .<Callable<LinkOutcome>>map(
                        person -> () -> stores().signInMethods().link(aMethodOf(person, identity)))
                .toList();

        List<LinkOutcome> outcomes = Race.between(steps);

        assertThat(outcomes).containsOnlyOnce(LinkOutcome.LINKED);
        assertThat(outcomes).containsOnly(LinkOutcome.LINKED, LinkOutcome.TAKEN);
    }

    @Test
    void a_use_notes_the_time_and_what_the_provider_now_says() {
        Account ann = open(stores());
        ExternalIdentity identity = anIdentityAt(GITHUB);
        stores().signInMethods().link(aMethodOf(ann, identity));
        ExternalIdentity now = new ExternalIdentity(
                GITHUB,
                identity.issuer(),
                identity.subject(),
                Optional.of("ann@new.example"),
                true,
                Optional.of("Ann 🎧 Umlauf"),
                Optional.of("https://img.example/new.png"),
                Optional.of("Ann's other subject 🎧"));
        Instant later = NOW.plusSeconds(60).plusNanos(1000);

        stores().signInMethods().used(now, later);

        assertThat(stores().signInMethods().find(identity)).contains(new SignInMethod(ann.id(), now, NOW, later));
    }

    @Test
    void what_a_provider_says_no_more_is_forgotten() {
        Account ann = open(stores());
        ExternalIdentity full = new ExternalIdentity(
                GITHUB,
                "https://github.example",
                UUID.randomUUID().toString(),
                Optional.of("ann@example.com"),
                true,
                Optional.of("Ann"),
                Optional.empty(),
                Optional.of("the same person by another name"));
        stores().signInMethods().link(aMethodOf(ann, full));
        assertThat(stores().signInMethods().find(full)).contains(new SignInMethod(ann.id(), full, NOW, NOW));
        ExternalIdentity bare = bare(GITHUB, full.issuer(), full.subject());

        stores().signInMethods().used(bare, NOW);

        assertThat(stores().signInMethods().find(full)).contains(new SignInMethod(ann.id(), bare, NOW, NOW));
    }

    @Test
    void a_use_of_an_unknown_identity_leaves_no_trace() {
        ExternalIdentity unknown = anIdentity();

        stores().signInMethods().used(unknown, NOW);

        assertThat(stores().signInMethods().find(unknown)).isEmpty();
    }

    @Test
    void unlinking_keeps_the_last_way_in() {
        Account ann = open(stores());
        stores().signInMethods().link(aMethodOf(ann, anIdentityAt(GITHUB)));

        assertThat(stores().signInMethods().unlink(ann.id(), new ProviderId("apple")))
                .isEqualTo(UnlinkOutcome.NOT_LINKED);
        assertThat(stores().signInMethods().unlink(ann.id(), GITHUB)).isEqualTo(UnlinkOutcome.UNLINKED);
        assertThat(stores().signInMethods().unlink(ann.id(), GITHUB)).isEqualTo(UnlinkOutcome.NOT_LINKED);
        assertThat(stores().signInMethods().unlink(ann.id(), GOOGLE)).isEqualTo(UnlinkOutcome.LAST_ONE);
        assertThat(stores().signInMethods().of(ann.id())).hasSize(1);
        assertThat(stores().signInMethods().unlink(anAccount().id(), GOOGLE)).isEqualTo(UnlinkOutcome.NOT_LINKED);
    }

    @Test
    void two_who_unlink_different_methods_at_once_leave_one_way_in() {
        for (int round = 0; round < 10; round++) {
            Account ann = open(stores());
            stores().signInMethods().link(aMethodOf(ann, anIdentityAt(GITHUB)));

            List<UnlinkOutcome> outcomes = Race.between(
                    List.of(() -> stores().signInMethods().unlink(ann.id(), GITHUB), () -> stores().signInMethods()
                            .unlink(ann.id(), GOOGLE)));

            assertThat(outcomes).containsExactlyInAnyOrder(UnlinkOutcome.UNLINKED, UnlinkOutcome.LAST_ONE);
            assertThat(stores().signInMethods().of(ann.id())).hasSize(1);
        }
    }

    private static ExternalIdentity bare(ProviderId provider, String issuer, String subject) {
        return new ExternalIdentity(provider, issuer, subject, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
