package dev.patchbay.usecase.app;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Wish;
import dev.patchbay.usecase.connection.AppChoice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People with apps of their own at Spotify. */
final class AppStage {
    static final String ID = "anns-app";

    final World world = new World();
    final Person ann = world.somebody();
    final Person bob = world.somebody();

    Bringing bring(Person who, String id, String secret) {
        return bring(who, id, secret, false);
    }

    Bringing bring(Person who, String id, String secret, boolean confirmed) {
        return bring(who, SPOTIFY, id, Optional.of(secret), confirmed);
    }

    Bringing bring(Person who, ProviderId platform, String id, Optional<String> secret, boolean confirmed) {
        return world.bringApp.bring(who.in(), platform, id, secret.map(Secret::of), confirmed);
    }

    OwnApp kept(Bringing bringing) {
        assertThat(bringing).isInstanceOf(Bringing.Kept.class);
        return ((Bringing.Kept) bringing).app();
    }

    OwnApp appOf(Person who) {
        return world.store.ownApps().of(who.account().id(), SPOTIFY).orElseThrow();
    }

    /** Spotify takes that app with these secrets only, and the operator's as ever. */
    void spotifyTakes(String... secrets) {
        world.spotify.accepts(app -> app.id().owner().isEmpty()
                || app.clientSecret()
                        .map(Secret::reveal)
                        .filter(Set.of(secrets)::contains)
                        .isPresent());
    }

    /** The secrets that people's own apps showed, one for each call. */
    List<String> secretsShown() {
        return world.spotify.shown().stream()
                .filter(app -> app.kind() == ClientApp.Kind.OWN)
                .map(app -> app.clientSecret().orElseThrow().reveal())
                .toList();
    }

    Connection connect(Person who, AppChoice choice, ClientAppId app) {
        return ((Outcome.Connected) connecting(who, choice, app)).connection();
    }

    Outcome connecting(Person who, AppChoice choice, ClientAppId app) {
        FakePlatform spotify = world.spotify;
        var begun = (Beginning.Begun)
                world.connectPlatform.connect(who.in(), SPOTIFY, choice, Wish.browser(), Optional.empty(), false);
        var trip = new World.Trip(SPOTIFY, false, begun);
        String code = spotify.consent(app, trip.state(), who.outside());
        return world.attempting.returning().post(trip.bringing(code), who.in(), World.DEVICE);
    }

    /** A connection of that person made with that app, whose access token has run out. */
    Connection expired(Person who, ClientAppId app) {
        return world.connected(who, world.spotify, row -> row.madeWith(app).expiringIn(Duration.ofSeconds(-1)));
    }
}
