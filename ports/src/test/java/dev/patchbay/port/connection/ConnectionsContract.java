package dev.patchbay.port.connection;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.anAppOf;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Connections} keeps, claims apart: those are in {@link ClaimsContract} and beside it. */
public abstract class ConnectionsContract {

    protected abstract Stores stores();

    @Test
    void what_was_added_comes_back_whole() {
        List<Connection> kinds = List.of(
                aConnection().ownedBy(open(stores())).build(),
                aConnection()
                        .ownedBy(open(stores()))
                        .withoutRefreshToken()
                        .withEndlessConsent()
                        .granted()
                        .build(),
                aConnection().ownedBy(open(stores())).withoutAnyEnd().build(),
                aConnection()
                        .ownedBy(open(stores()))
                        .madeWith(anAppOf(SPOTIFY))
                        .belongingTo(new ExternalAccount("🎧".repeat(127), Optional.empty(), Optional.empty()))
                        .standing(new Standing.Waiting(Cause.PROVIDER_UNAVAILABLE, NOW, NOW.plus(minutes(1)), 3))
                        .build(),
                aConnection()
                        .ownedBy(open(stores()))
                        .at(SOUNDCLOUD)
                        .belongingTo(
                                new ExternalAccount("id", Optional.of("Zoë 🎧 音楽"), Optional.of("https://i.example")))
                        .standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW.minusNanos(1000)))
                        .expiringIn(minutes(-5))
                        .build(),
                aConnection()
                        .ownedBy(open(stores()))
                        .standing(new Standing.Quarantined(Cause.SECRET_UNREADABLE, NOW.plusNanos(1000)))
                        .build());

        for (Connection connection : kinds) {
            assertThat(stores().connections().add(connection)).isTrue();
            assertThat(stores().connections().find(connection.id())).contains(connection);
            assertThat(stores().connections().of(connection.account(), connection.platform()))
                    .contains(connection);
        }
    }

    @Test
    void long_tokens_and_many_scopes_fit() {
        byte[] eightKibibytesSealed = new byte[8192 + 256];
        Arrays.fill(eightKibibytesSealed, (byte) 0xE2);
        SealedSecret envelope = new SealedSecret(eightKibibytesSealed);
        String[] scopes = new String[30];
        Arrays.setAll(scopes, i -> "scope-" + i + "x".repeat(180));
        Connection connection = aConnection()
                .ownedBy(open(stores()))
                .holding(new SealedTokens("Bearer", envelope, Optional.of(envelope)))
                .granted(scopes)
                .build();

        stores().connections().add(connection);

        assertThat(stores().connections().find(connection.id())).contains(connection);
    }

    @Test
    void an_account_has_one_connection_for_a_platform() {
        Account ann = open(stores());
        Connection first = added(aConnection().ownedBy(ann).build());

        assertThat(stores().connections().add(aConnection().ownedBy(ann).build()))
                .isFalse();
        assertThat(stores().connections().of(ann.id())).containsExactly(first);
    }

    @Test
    void of_many_who_add_one_at_once_exactly_one_does() {
        Account ann = open(stores());

        List<Boolean> outcomes = Race.of(
                () -> stores().connections().add(aConnection().ownedBy(ann).build()));

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(stores().connections().of(ann.id())).hasSize(1);
    }

    @Test
    void connections_are_listed_by_platform_and_nobody_elses() {
        Account ann = open(stores());
        Connection spotify = added(aConnection().ownedBy(ann).at(SPOTIFY).build());
        Connection soundcloud = added(aConnection().ownedBy(ann).at(SOUNDCLOUD).build());
        added(aConnection().ownedBy(open(stores())).build());

        assertThat(stores().connections().of(ann.id())).containsExactly(soundcloud, spotify);
        assertThat(stores().connections().of(open(stores()).id())).isEmpty();
        assertThat(stores().connections().of(open(stores()).id(), SPOTIFY)).isEmpty();
        assertThat(stores().connections().find(new ConnectionId(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void a_renewal_is_written_whole() {
        Connection first = added(aConnection().ownedBy(open(stores())).build());
        Connection renewed = first.refreshed(
                new SealedTokens("bearer", sealed(7), Optional.of(sealed(8))),
                Scopes.of("playlist-read-private"),
                first.clocks().refreshed(NOW.plus(hours(1)), hours(1)));

        assertThat(stores().connections().advance(renewed)).isTrue();

        assertThat(stores().connections().find(first.id())).contains(renewed);
    }

    @Test
    void a_reconnect_is_written_whole() {
        Connection dead = added(aConnection()
                .ownedBy(open(stores()))
                .standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW))
                .build());
        Connection fresh = aConnection()
                .withEndlessConsent()
                .seenAt(NOW.plus(hours(2)))
                .withoutRefreshToken()
                .build();
        Connection mended =
                dead.reconnected(anAppOf(SPOTIFY), fresh.who(), Scopes.NONE, fresh.clocks(), fresh.tokens());

        assertThat(stores().connections().advance(mended)).isTrue();

        assertThat(stores().connections().find(dead.id())).contains(mended);
        assertThat(mended.connectedAt()).isEqualTo(dead.connectedAt());
    }

    @Test
    void a_write_for_a_version_that_moved_on_changes_nothing() {
        Connection first = added(aConnection().ownedBy(open(stores())).build());
        Connection second = refreshed(first, 2);
        stores().connections().advance(second);

        assertThat(stores().connections().advance(refreshed(first, 3))).isFalse();
        assertThat(stores().connections().find(first.id())).contains(second);
    }

    @Test
    void a_write_for_a_connection_that_is_gone_changes_nothing() {
        Connection never = aConnection().ownedBy(open(stores())).build();

        assertThat(stores().connections().advance(refreshed(never, 2))).isFalse();
        assertThat(stores().connections().find(never.id())).isEmpty();
    }

    @Test
    void of_many_who_advance_a_version_at_once_exactly_one_does() {
        Connection first = added(aConnection().ownedBy(open(stores())).build());

        assertThat(Race.of(() -> stores().connections().advance(refreshed(first, 2))))
                .containsOnlyOnce(true);
        assertThat(stores().connections().find(first.id()).orElseThrow().version())
                .isEqualTo(2);
    }

    @Test
    void a_connection_is_removed_only_at_the_version_seen() {
        Connection first = added(aConnection().ownedBy(open(stores())).build());
        Connection second = refreshed(first, 2);
        stores().connections().advance(second);

        assertThat(stores().connections().remove(first.id(), 1)).isFalse();
        assertThat(stores().connections().find(first.id())).contains(second);
        assertThat(stores().connections().remove(first.id(), 2)).isTrue();
        assertThat(stores().connections().remove(first.id(), 2)).isFalse();
        assertThat(stores().connections().of(first.account())).isEmpty();
    }

    @Test
    void after_a_removal_there_is_room_again() {
        Connection first = added(aConnection().ownedBy(open(stores())).build());
        stores().connections().remove(first.id(), 1);
        Connection next = aConnection().ownedBy(first.account()).build();

        assertThat(stores().connections().add(next)).isTrue();
        assertThat(stores().connections().advance(refreshed(first, 2))).isFalse();
        assertThat(stores().connections().of(first.account())).containsExactly(next);
    }

    @Test
    void a_row_that_cannot_be_read_reads_as_quarantined_and_hides_nothing_else() {
        Account ann = open(stores());
        Connection healthy = added(aConnection().ownedBy(ann).at(SOUNDCLOUD).build());
        Connection spoilt = added(aConnection().ownedBy(ann).at(SPOTIFY).build());

        stores().spoil(spoilt.id());

        Connection seen = stores().connections().find(spoilt.id()).orElseThrow();
        assertThat(seen.standing()).isInstanceOfSatisfying(Standing.Quarantined.class, how -> assertThat(how.cause())
                .isEqualTo(Cause.SECRET_UNREADABLE));
        assertThat(List.of(seen.account(), seen.platform(), seen.version())).isEqualTo(List.of(ann.id(), SPOTIFY, 1L));
        assertThat(stores().connections().of(ann.id())).containsExactly(healthy, seen);
        assertThat(stores().connections().of(ann.id(), SPOTIFY)).contains(seen);
    }

    @Test
    void connecting_again_mends_a_row_that_cannot_be_read() {
        Connection spoilt = added(aConnection().ownedBy(open(stores())).build());
        stores().spoil(spoilt.id());
        Connection fresh = aConnection().build();
        Connection mended = stores().connections()
                .find(spoilt.id())
                .orElseThrow()
                .reconnected(fresh.app(), fresh.who(), fresh.scopes(), fresh.clocks(), fresh.tokens());

        assertThat(stores().connections().advance(mended)).isTrue();

        assertThat(stores().connections().find(spoilt.id())).contains(mended);
    }

    @Test
    void a_clock_of_the_last_refresh_is_kept_to_the_microsecond() {
        Connection first = added(aConnection().ownedBy(open(stores())).build());
        Connection renewed = first.refreshed(
                first.tokens(),
                first.scopes(),
                first.clocks().refreshed(NOW.plus(seconds(1)).plusNanos(1000), hours(1)));
        stores().connections().advance(renewed);

        assertThat(stores().connections().find(first.id()).orElseThrow().lastRefreshedAt())
                .contains(NOW.plus(seconds(1)).plusNanos(1000));
    }

    private Connection added(Connection connection) {
        assertThat(stores().connections().add(connection)).isTrue();
        return connection;
    }

    private static Connection refreshed(Connection old, int token) {
        return old.refreshed(
                new SealedTokens("Bearer", sealed(token), Optional.of(sealed(token))), old.scopes(), old.clocks());
    }

    private static SealedSecret sealed(int value) {
        return new SealedSecret(new byte[] {(byte) value});
    }
}
