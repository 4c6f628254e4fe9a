package dev.patchbay.port.clientapp;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.anOwnAppOf;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.Claims.Claimant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AppConnections} keeps. */
public abstract class AppConnectionsContract {

    protected abstract Stores stores();

    @Test
    void an_apps_connections_are_found_whoever_has_them_and_nobody_elses() {
        Account ann = open(stores());
        Account bob = open(stores());
        ClientAppId anns = anOwnAppOf(ann).id();
        ClientAppId alike = new ClientAppId(anns.provider(), anns.clientId(), Optional.of(bob.id()));
        ClientAppId shared = new ClientAppId(anns.provider(), anns.clientId());
        Connection hers = added(ann, anns);
        Connection his = added(bob, anns);

        assertThat(stores().appConnections().of(anns)).containsExactlyInAnyOrder(hers, his);
        assertThat(stores().appConnections().of(alike)).isEmpty();
        assertThat(stores().appConnections().of(shared)).isEmpty();
        assertThat(stores().appConnections().of(new ClientAppId(SOUNDCLOUD, anns.clientId(), anns.owner())))
                .isEmpty();
    }

    @Test
    void one_is_ended_once_at_its_version_with_its_tokens_as_they_were() {
        Account ann = open(stores());
        Connection connection = added(ann, anOwnAppOf(ann).id());

        assertThat(end(connection, 2)).isFalse();
        assertThat(end(connection, 1)).isTrue();
        assertThat(end(connection, 1)).isFalse();

        assertThat(stores().connections().find(connection.id()))
                .contains(connection.standing(new Standing.NeedsReconnect(Cause.APP_REMOVED, NOW)));
    }

    @Test
    void ending_one_clears_the_claim_on_it() {
        Account ann = open(stores());
        Connection connection = added(ann, anOwnAppOf(ann).id());
        var lease = stores().claims()
                .claim(connection.id(), 1, new Claimant("somebody", minutes(1)), held -> false, NOW)
                .orElseThrow();

        assertThat(end(connection, 1)).isTrue();

        assertThat(stores().claims().stand(lease, new Standing.Active(), true)).isFalse();
    }

    @Test
    void what_was_given_up_for_another_reason_keeps_that() {
        Account ann = open(stores());
        var dead = new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW);
        Connection connection = aConnection()
                .ownedBy(ann)
                .madeWith(anOwnAppOf(ann).id())
                .standing(dead)
                .build();
        stores().connections().add(connection);

        assertThat(end(connection, 1)).isFalse();

        assertThat(stores().connections().find(connection.id())).contains(connection);
    }

    private boolean end(Connection connection, long version) {
        return stores().appConnections().end(connection.id(), version, Cause.APP_REMOVED, NOW);
    }

    private Connection added(Account account, ClientAppId app) {
        Connection connection = aConnection().ownedBy(account).madeWith(app).build();
        assertThat(stores().connections().add(connection)).isTrue();
        return connection;
    }
}
