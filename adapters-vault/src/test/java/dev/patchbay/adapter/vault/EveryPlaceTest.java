package dev.patchbay.adapter.vault;

import static dev.patchbay.adapter.vault.Vaults.ANNS;
import static dev.patchbay.adapter.vault.Vaults.BENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.vault.Opening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every column that is sealed, two rows of it and two versions for each of two people: nothing opens but where it belongs. */
class EveryPlaceTest {
    private static final List<String> FIELDS = List.of(
            "connection.access_token",
            "connection.refresh_token",
            "parked_grant.access_token",
            "parked_grant.refresh_token",
            "own_app.secret",
            "own_app.previous_secret",
            "attempt.verifier",
            "handoff.code",
            "sealed_secret.value");

    private record Spot(KeyOwner owner, Place place, Secret secret) {}

    private final InMemoryStore store = new InMemoryStore();
    private final SteppingClock clock = SteppingClock.atNow();
    private final Running process = Running.serving("one", Vaults.aMasterKey(), store, clock);
    private final List<Spot> spots = spots();

    @Test
    void every_pair_that_changes_places_or_is_rolled_back_is_refused_and_neighbours_open() {
        List<SealedSecret> sealed = seal();
        for (int home = 0; home < spots.size(); home++) {
            for (int other = 0; other < spots.size(); other++) {
                assertThat(open(other, sealed.get(home)))
                        .isEqualTo(
                                home == other
                                        ? new Opening.Opened(spots.get(home).secret())
                                        : new Opening.Unreadable());
            }
        }
    }

    @Test
    void every_flipped_bit_is_refused() {
        List<SealedSecret> sealed = seal();
        for (int spot = 0; spot < spots.size(); spot++) {
            byte[] envelope = sealed.get(spot).envelope();
            for (int bit = 0; bit < envelope.length * 8; bit++) {
                byte[] flipped = envelope.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(open(spot, new SealedSecret(flipped))).isEqualTo(new Opening.Unreadable());
            }
        }
    }

    @Test
    void what_an_older_data_key_sealed_opens_under_its_own_number_only() {
        List<SealedSecret> sealed = seal();
        clock.advance(Duration.ofDays(30));
        assertThat(process.renewal.run()).isFalse();
        List<SealedSecret> later = seal();
        for (int spot = 0; spot < spots.size(); spot++) {
            assertThat(open(spot, sealed.get(spot)))
                    .isEqualTo(new Opening.Opened(spots.get(spot).secret()));
            Envelope old = Envelope.parse(sealed.get(spot)).orElseThrow();
            Envelope fresh = Envelope.parse(later.get(spot)).orElseThrow();
            assertThat(fresh.dataKey()).isEqualTo(2);
            assertThat(open(spot, new Envelope(fresh.dataKey(), old.cipher()).seal()))
                    .isEqualTo(new Opening.Unreadable());
            assertThat(open(spot, new Envelope(old.dataKey(), fresh.cipher()).seal()))
                    .isEqualTo(new Opening.Unreadable());
        }
    }

    private List<SealedSecret> seal() {
        return spots.stream()
                .map(spot -> process.vault.seal(spot.owner(), spot.place(), spot.secret()))
                .toList();
    }

    private Opening open(int spot, SealedSecret sealed) {
        return process.vault.open(spots.get(spot).owner(), spots.get(spot).place(), sealed);
    }

    private static List<Spot> spots() {
        List<Spot> all = new ArrayList<>();
        for (KeyOwner owner : List.of(ANNS, BENS)) {
            for (String field : FIELDS) {
                for (int row = 1; row <= 2; row++) {
                    for (int version = 1; version <= 2; version++) {
                        Place place = new Place(field, new UUID(0, row).toString(), "spotify", version);
                        all.add(new Spot(owner, place, Secret.of("secret " + all.size())));
                    }
                }
            }
        }
        return all;
    }
}
