package dev.patchbay.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.vault.SealedSecret;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final byte[] GOOD = new Envelope(258, new byte[29]).seal().envelope();

    @Test
    void an_envelope_names_its_data_key_and_carries_its_cipher() {
        Envelope parsed = Envelope.parse(new SealedSecret(GOOD)).orElseThrow();

        assertThat(parsed.dataKey()).isEqualTo(258);
        assertThat(parsed.cipher()).hasSize(29);
    }

    @Test
    void another_magic_or_format_or_no_key_number_is_no_envelope() {
        List<byte[]> bad = List.of(with(0, 'p'), with(1, 'b'), with(2, 0), with(2, 2), with(3, 0x80), zeroKey());
        for (byte[] bytes : bad) {
            assertThat(Envelope.parse(new SealedSecret(bytes))).isEmpty();
        }
    }

    @Test
    void what_is_too_short_for_one_byte_or_too_long_for_its_column_is_no_envelope() {
        assertThat(Envelope.parse(new SealedSecret(Arrays.copyOf(GOOD, 35)))).isEmpty();
        assertThat(Envelope.parse(new SealedSecret(Arrays.copyOf(GOOD, 36)))).isPresent();
        assertThat(Envelope.parse(new SealedSecret(Arrays.copyOf(GOOD, 65_535))))
                .isPresent();
        assertThat(Envelope.parse(new SealedSecret(Arrays.copyOf(GOOD, 65_536))))
                .isEmpty();
    }

    private static byte[] with(int index, int value) {
        byte[] bytes = GOOD.clone();
        bytes[index] = (byte) value;
        return bytes;
    }

    private static byte[] zeroKey() {
        byte[] bytes = GOOD.clone();
        Arrays.fill(bytes, 3, 7, (byte) 0);
        return bytes;
    }
}
