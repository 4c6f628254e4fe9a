package dev.patchbay.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecureSecretSourceTest {
    private final SecureSecretSource source = new SecureSecretSource();

    @Test
    void secrets_are_256_bits_as_base64url_and_never_the_same() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String text = source.next().reveal();
            assertThat(text).matches("[A-Za-z0-9_-]{43}");
            assertThat(Base64.getUrlDecoder().decode(text)).hasSize(32);
            assertThat(seen.add(text)).isTrue();
        }
    }

    @Test
    void ids_are_random_uuids() {
        UUID id = source.nextId();
        assertThat(id.version()).isEqualTo(4);
        assertThat(id).isNotEqualTo(source.nextId());
    }

    @Test
    void jitter_stays_below_its_bound_and_reaches_every_value() {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            seen.add(source.nextBelow(5));
        }
        assertThat(seen).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
        assertThatThrownBy(() -> source.nextBelow(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
