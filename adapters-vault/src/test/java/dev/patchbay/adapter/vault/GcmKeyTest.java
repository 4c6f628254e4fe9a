package dev.patchbay.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.vault.Secret;
import org.junit.jupiter.api.Test;

class GcmKeyTest {
    private static final byte[] BOUND = {1, 2, 3};
    private final GcmKey key = GcmKey.of(GcmKey.newMaterial());

    @Test
    void a_wrapped_key_unwraps_only_by_the_same_key_and_where_it_is_bound_to() {
        Secret material = GcmKey.newMaterial();

        assertThat(key.unwrap(key.wrap(material, BOUND), BOUND)).contains(material);
        assertThat(key.unwrap(key.wrap(material, BOUND), new byte[0])).isEmpty();
        assertThat(GcmKey.of(GcmKey.newMaterial()).unwrap(key.wrap(material, BOUND), BOUND))
                .isEmpty();
    }

    @Test
    void what_was_wrapped_but_is_no_key_does_not_unwrap() {
        assertThat(key.unwrap(key.wrap(Secret.of("too short"), BOUND), BOUND)).isEmpty();
    }

    @Test
    void a_key_has_32_bytes() {
        assertThatThrownBy(() -> GcmKey.of(Secret.of(new byte[16]))).isInstanceOf(IllegalArgumentException.class);
        assertThat(GcmKey.newMaterial()).isNotEqualTo(GcmKey.newMaterial());
    }
}
