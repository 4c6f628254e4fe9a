package dev.patchbay.port.connection;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aParkedGrantOf;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.port.ConnectionFixture;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ParkedGrants} keeps. */
public abstract class ParkedGrantsContract {

    protected abstract Stores stores();

    @Test
    void what_was_parked_comes_back_whole() {
        Account ann = open(stores());
        List<ParkedGrant> kinds = List.of(
                aParkedGrantOf(ann),
                like(
                        aConnection()
                                .ownedBy(ann)
                                .at(SOUNDCLOUD)
                                .granted()
                                .withoutRefreshToken()
                                .withEndlessConsent(),
                        NOW.plusNanos(1000)));

        for (ParkedGrant grant : kinds) {
            assertThat(stores().parkedGrants().park(grant)).isEmpty();
            assertThat(stores().parkedGrants().find(ann.id(), grant.platform(), NOW))
                    .contains(grant);
        }
    }

    @Test
    void there_is_one_for_each_account_and_platform_and_the_earlier_one_is_handed_back() {
        Account ann = open(stores());
        ParkedGrant earlier = parked(aParkedGrantOf(ann));
        ParkedGrant later = aParkedGrantOf(ann);

        assertThat(stores().parkedGrants().park(later)).contains(earlier);

        assertThat(stores().parkedGrants().find(ann.id(), SPOTIFY, NOW)).contains(later);
        assertThat(stores().parkedGrants().take(earlier)).isFalse();
        assertThat(stores().parkedGrants().find(ann.id(), SPOTIFY, NOW)).contains(later);
    }

    @Test
    void nobody_finds_what_is_somebody_elses_or_for_another_platform() {
        Account ann = open(stores());
        parked(aParkedGrantOf(ann));

        assertThat(stores().parkedGrants().find(ann.id(), SOUNDCLOUD, NOW)).isEmpty();
        assertThat(stores().parkedGrants().find(open(stores()).id(), SPOTIFY, NOW))
                .isEmpty();
    }

    @Test
    void its_time_ends_to_the_microsecond() {
        Account ann = open(stores());
        ParkedGrant grant = parked(aParkedGrantOf(ann));
        Instant end = grant.expiresAt();

        assertThat(stores().parkedGrants().find(ann.id(), SPOTIFY, end.minusNanos(1000)))
                .contains(grant);
        assertThat(stores().parkedGrants().find(ann.id(), SPOTIFY, end)).isEmpty();
    }

    @Test
    void it_is_taken_away_once() {
        Account ann = open(stores());
        ParkedGrant grant = parked(aParkedGrantOf(ann));

        assertThat(Race.of(() -> stores().parkedGrants().take(grant))).containsOnlyOnce(true);
        assertThat(stores().parkedGrants().find(ann.id(), SPOTIFY, NOW)).isEmpty();
    }

    @Test
    void of_many_who_park_at_once_each_but_the_first_is_handed_an_earlier_one() {
        Account ann = open(stores());

        List<Optional<ParkedGrant>> earlier =
                Race.of(() -> stores().parkedGrants().park(aParkedGrantOf(ann)));

        assertThat(earlier).containsOnlyOnce(Optional.empty()).doesNotHaveDuplicates();
        assertThat(stores().parkedGrants().find(ann.id(), SPOTIFY, NOW)).isPresent();
    }

    @Test
    void those_whose_time_is_over_are_listed_at_most_a_hundred_and_stay_until_taken() {
        Instant longAgo = NOW.minus(days(1000));
        List<ParkedGrant> over = IntStream.range(0, 103)
                .mapToObj(i -> parked(like(aConnection().ownedBy(open(stores())), longAgo)))
                .toList();
        parked(like(aConnection().ownedBy(open(stores())), longAgo.plusNanos(1000)));

        List<ParkedGrant> some = stores().parkedGrants().expired(longAgo);
        assertThat(some).hasSize(100).isSubsetOf(over);
        some.forEach(grant -> assertThat(stores().parkedGrants().take(grant)).isTrue());

        List<ParkedGrant> rest = stores().parkedGrants().expired(longAgo);
        assertThat(rest).hasSize(3).isSubsetOf(over).doesNotContainAnyElementsOf(some);
        assertThat(stores().parkedGrants().expired(longAgo.minusNanos(1000))).isEmpty();
        rest.forEach(grant -> stores().parkedGrants().take(grant));
    }

    private ParkedGrant parked(ParkedGrant grant) {
        assertThat(stores().parkedGrants().park(grant)).isEmpty();
        return grant;
    }

    private static ParkedGrant like(ConnectionFixture fixture, Instant expiresAt) {
        Connection like = fixture.build();
        return new ParkedGrant(
                like.id(),
                like.account(),
                like.platform(),
                like.app(),
                like.who(),
                like.scopes(),
                like.clocks(),
                like.tokens(),
                expiresAt);
    }
}
