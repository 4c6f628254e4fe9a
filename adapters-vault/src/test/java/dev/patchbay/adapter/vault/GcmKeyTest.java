package dev.patchbay.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.vault.Secret;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
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
    void the_same_is_never_encrypted_to_the_same() {
        byte[] plain = {7, 7, 7};

        assertThat(IntStream.range(0, 10_000)
                        .mapToObj(i -> HexFormat.of().formatHex(key.encrypt(plain, BOUND)))
                        .map(text -> text.substring(0, 24)))
                .doesNotHaveDuplicates();
    }

    @Test
    void no_bit_of_it_can_be_changed() {
        byte[] plain = {7, 7, 7};
        byte[] whole = key.encrypt(plain, BOUND);
        assertThat(whole).hasSize(plain.length + GcmKey.OVERHEAD);
        assertThat(key.decrypt(whole, BOUND)).contains(plain);

        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(key.decrypt(changed, BOUND)).isEmpty();
        }
        for (int length = 0; length < whole.length; length++) {
            assertThat(key.decrypt(Arrays.copyOf(whole, length), BOUND)).isEmpty();
        }
    }

    /** Test case 16 of McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B. */
    @Test
    void it_is_the_cipher_of_the_standard() {
        GcmKey given = GcmKey.of(Secret.of(hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")));
        byte[] whole = hex("cafebabefacedbaddecaf888"
                + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b");
        byte[] plain = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");

        assertThat(given.decrypt(whole, hex("feedfacedeadbeeffeedfacedeadbeefabaddad2")))
                .contains(plain);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    @Test
    void a_key_has_32_bytes() {
        assertThatThrownBy(() -> GcmKey.of(Secret.of(new byte[16]))).isInstanceOf(IllegalArgumentException.class);
        assertThat(GcmKey.newMaterial()).isNotEqualTo(GcmKey.newMaterial());
    }
}
