package dev.patchbay.port.connection;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aSessionOf;
import static dev.patchbay.port.Fixtures.anAppOf;
import static dev.patchbay.port.Fixtures.claimOf;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.Claims.Claimant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Connections#lookUp} answers. */
public abstract class LookUpContract {

    private static final LendingView NO_SESSION = new LendingView.NoSession();

    private final ClientAppId app = anAppOf(SPOTIFY);
    private Account ann;
    private Session session;
    private Connection connection;

    protected abstract Stores stores();

    @BeforeEach
    void ann_is_signed_in_and_connected() {
        ann = open(stores());
        session = aSessionOf(ann);
        connection = aConnection().ownedBy(ann).madeWith(app).build();
        stores().sessions().start(session);
        stores().connections().add(connection);
    }

    @Test
    void a_living_session_finds_the_connection_whatever_its_app_s_condition() {
        assertThat(look()).isEqualTo(new LendingView.Found(connection));

        stores().appConditions().note(app, new AppCondition.Blocked(Cause.APP_REJECTED, NOW, NOW.plus(minutes(5))));

        assertThat(look()).isEqualTo(new LendingView.Found(connection));
    }

    @Test
    void the_connection_is_found_as_it_stands() {
        Standing dead = new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW);
        Lease lease = stores().claims()
                .claim(connection.id(), 1, new Claimant("a", minutes(1)), held -> false, NOW)
                .orElseThrow();
        stores().claims().stand(lease, dead, true);

        assertThat(look()).isEqualTo(new LendingView.Found(connection.standing(dead)));
    }

    @Test
    void a_row_that_cannot_be_read_is_found_as_quarantined() {
        stores().spoil(connection.id());

        assertThat(look()).isInstanceOfSatisfying(LendingView.Found.class, found -> assertThat(
                        found.connection().standing())
                .isInstanceOf(Standing.Quarantined.class));
    }

    @Test
    void a_platform_that_is_not_connected_is_no_connection() {
        assertThat(stores().connections().lookUp(claimOf(session), SOUNDCLOUD, NOW))
                .isEqualTo(new LendingView.NoConnection());
    }

    @Test
    void an_ended_session_is_no_session() {
        stores().sessions().end(ann.id(), session.id(), NOW);

        assertThat(look()).isEqualTo(NO_SESSION);
    }

    @Test
    void a_session_ends_to_the_microsecond() {
        assertThat(stores().connections()
                        .lookUp(claimOf(session), SPOTIFY, session.expiresAt().minusNanos(1000)))
                .isInstanceOf(LendingView.Found.class);
        assertThat(stores().connections().lookUp(claimOf(session), SPOTIFY, session.expiresAt()))
                .isEqualTo(NO_SESSION);
    }

    @Test
    void a_session_that_never_was_is_no_session() {
        SessionClaim invented = new SessionClaim(new SessionId(UUID.randomUUID()), ann.id(), NOW.plus(hours(1)));

        assertThat(stores().connections().lookUp(invented, SPOTIFY, NOW)).isEqualTo(NO_SESSION);
    }

    @Test
    void a_claim_that_pairs_a_session_with_another_account_is_no_session() {
        Account bob = open(stores());
        Session his = aSessionOf(bob);
        stores().sessions().start(his);

        assertThat(stores().connections().lookUp(new SessionClaim(his.id(), ann.id(), his.expiresAt()), SPOTIFY, NOW))
                .isEqualTo(NO_SESSION);
        assertThat(stores().connections()
                        .lookUp(new SessionClaim(session.id(), bob.id(), session.expiresAt()), SPOTIFY, NOW))
                .isEqualTo(NO_SESSION);
        assertThat(stores().connections().lookUp(claimOf(his), SPOTIFY, NOW)).isEqualTo(new LendingView.NoConnection());
    }

    private LendingView look() {
        return stores().connections().lookUp(claimOf(session), SPOTIFY, NOW);
    }
}
