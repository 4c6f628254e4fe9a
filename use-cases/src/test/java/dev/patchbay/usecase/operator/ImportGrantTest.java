package dev.patchbay.usecase.operator;

import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.operator.ImportGrant.Fate;
import dev.patchbay.usecase.operator.ImportGrant.Wanted;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportGrantTest {

    private final World world = new World();
    private final ImportGrant importGrant = new ImportGrant(
            world.providers,
            world.clientApps,
            world.store.accounts(),
            world.store.signInMethods(),
            world.store.connections(),
            world.one.renewing().flights(),
            world.vault,
            world.secrets,
            world.clock);
    private final Person ann = world.somebody();
    private final Instant consentedAt = world.clock.instant().minus(days(30));

    @Test
    void a_grant_is_renewed_at_once_and_lent_from_then_on_and_its_consent_ends_when_it_would_have() {
        FakePlatform.Grant grant = world.spotify.granted("ann-listens");

        Fate fate = importGrant.take(hers(grant), false);

        assertThat(fate).isInstanceOfSatisfying(Fate.Taken.class, taken -> {
            assertThat(taken.account()).isEqualTo(ann.account().id());
            assertThat(taken.who()).map(who -> who.id()).contains("ann-listens");
        });
        Connection row = stored();
        assertThat(row.clocks().consentedAt()).isEqualTo(consentedAt);
        assertThat(row.clocks().reauthorizeBy())
                .isEqualTo(world.spotify.descriptor().consentEnds(consentedAt));
        assertThat(row.who().id()).isEqualTo("ann-listens");
        assertThat(tokenOf(world.lendToken.lend(ann.claim(), world.spotify.id(), Optional.empty())))
                .isNotEmpty();
        assertThat(world.spotify.refreshes()).isEqualTo(1);
        world.clock.advance(hours(2));
        assertThat(tokenOf(world.lendToken.lend(ann.claim(), world.spotify.id(), Optional.empty())))
                .isNotEmpty();
    }

    @Test
    void taking_it_again_changes_nothing_and_asks_nobody() {
        FakePlatform.Grant grant = world.soundcloud.granted("ann-listens");
        Wanted wanted = new Wanted(
                Optional.of(ann.account().id()),
                Optional.empty(),
                world.soundcloud.id(),
                Optional.empty(),
                Secret.of(grant.refresh()),
                consentedAt);
        assertThat(importGrant.take(wanted, false)).isInstanceOf(Fate.Taken.class);
        int refreshes = world.soundcloud.refreshes();

        assertThat(importGrant.take(wanted, false))
                .isEqualTo(new Fate.AlreadyThere(ann.account().id()));

        assertThat(world.soundcloud.refreshes()).isEqualTo(refreshes);
    }

    @Test
    void a_dry_run_does_nothing() {
        FakePlatform.Grant grant = world.spotify.granted("ann-listens");

        assertThat(importGrant.take(hers(grant), true)).isEqualTo(new Fate.Possible());
        assertThat(importGrant.take(newcomers(grant), true)).isEqualTo(new Fate.Possible());

        assertThat(world.spotify.refreshes()).isZero();
        assertThat(world.store.connections().of(ann.account().id())).isEmpty();
        assertThat(world.store.signInMethods().find(identity())).isEmpty();
    }

    @Test
    void who_was_never_here_finds_it_when_they_sign_in() {
        FakePlatform.Grant grant = world.spotify.granted("new-listens");

        Fate fate = importGrant.take(newcomers(grant), false);

        AccountId account =
                world.store.signInMethods().find(identity()).orElseThrow().account();
        assertThat(fate).isInstanceOfSatisfying(Fate.Taken.class, taken -> assertThat(taken.account())
                .isEqualTo(account));
        assertThat(importGrant.take(newcomers(grant), false)).isEqualTo(new Fate.AlreadyThere(account));
    }

    @Test
    void a_grant_that_has_ended_leaves_nothing_behind() {
        FakePlatform.Grant grant = world.spotify.granted("new-listens");
        world.spotify.withdraw("new-listens");

        assertThat(importGrant.take(newcomers(grant), false)).isEqualTo(new Fate.Refused(Cause.GRANT_DEAD.words()));

        assertThat(world.store.signInMethods().find(identity())).isEmpty();
        assertThat(importGrant.take(hers(grant), false)).isInstanceOf(Fate.Refused.class);
        assertThat(world.store.connections().of(ann.account().id())).isEmpty();
        assertThat(world.store.accounts().find(ann.account().id())).isPresent();
    }

    @Test
    void a_platform_that_is_down_costs_nothing_and_the_service_goes_on() {
        FakePlatform.Grant grant = world.spotify.granted("ann-listens");
        world.spotify.down(true);

        assertThat(importGrant.take(hers(grant), false))
                .isEqualTo(new Fate.Waits(ann.account().id(), Cause.PROVIDER_UNAVAILABLE));

        world.spotify.down(false);
        world.clock.advance(hours(1));
        assertThat(tokenOf(world.lendToken.lend(ann.claim(), world.spotify.id(), Optional.empty())))
                .isNotEmpty();
    }

    @Test
    void a_platform_that_does_not_say_who_it_is_is_believed_about_the_token() {
        FakePlatform.Grant grant = world.spotify.granted("ann-listens");
        world.spotify.nextWho(new WhoAnswer.Unavailable("down", Optional.empty()));

        assertThat(importGrant.take(hers(grant), false))
                .isEqualTo(new Fate.Taken(ann.account().id(), Optional.empty()));
    }

    @Test
    void what_cannot_work_is_refused_before_anything_is_done() {
        FakePlatform.Grant grant = world.spotify.granted("ann-listens");
        Instant now = world.clock.instant();
        Optional<AccountId> hers = Optional.of(ann.account().id());
        Optional<AccountId> nobodys = Optional.of(AccountId.of(new UUID(1, 1)));
        Secret token = Secret.of(grant.refresh());
        ProviderId spotify = world.spotify.id();

        for (Wanted wanted : new Wanted[] {
            new Wanted(hers, Optional.empty(), new ProviderId("nosuch"), Optional.empty(), token, consentedAt),
            new Wanted(hers, Optional.empty(), spotify, Optional.of("another-app"), token, consentedAt),
            new Wanted(hers, Optional.empty(), spotify, Optional.empty(), token, now.plusSeconds(1)),
            new Wanted(hers, Optional.empty(), spotify, Optional.empty(), token, now.minus(days(400))),
            new Wanted(nobodys, Optional.of(identity()), spotify, Optional.empty(), token, consentedAt),
            new Wanted(Optional.empty(), Optional.empty(), spotify, Optional.empty(), token, consentedAt),
        }) {
            assertThat(importGrant.take(wanted, false)).isInstanceOf(Fate.Refused.class);
        }
        assertThat(world.spotify.refreshes()).isZero();
        assertThat(world.store.signInMethods().find(identity())).isEmpty();
    }

    private Connection stored() {
        return world.store
                .connections()
                .of(ann.account().id(), world.spotify.id())
                .orElseThrow();
    }

    private Wanted hers(FakePlatform.Grant grant) {
        return wanted(Optional.of(ann.account().id()), Optional.empty(), grant);
    }

    private Wanted newcomers(FakePlatform.Grant grant) {
        return wanted(Optional.empty(), Optional.of(identity()), grant);
    }

    private Wanted wanted(Optional<AccountId> account, Optional<ExternalIdentity> signIn, FakePlatform.Grant grant) {
        return new Wanted(
                account, signIn, world.spotify.id(), Optional.empty(), Secret.of(grant.refresh()), consentedAt);
    }

    private static ExternalIdentity identity() {
        return new ExternalIdentity(
                new ProviderId("google"),
                "https://accounts.google.com",
                "1234567890",
                Optional.empty(),
                Optional.of("New Here"),
                Optional.empty());
    }
}
