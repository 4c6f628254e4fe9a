package dev.patchbay.adapter.vault;

import static dev.patchbay.adapter.vault.Vaults.ANN;
import static dev.patchbay.adapter.vault.Vaults.ANNS;
import static dev.patchbay.adapter.vault.Vaults.PLACE;
import static dev.patchbay.adapter.vault.Vaults.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.VaultKey;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/**
 * The stored form is a promise to every database there is: here it is read with nothing but the JDK and the master key.
 */
class StoredFormatTest {
    @Test
    void a_sealed_secret_opens_by_hand_from_the_master_key_down() throws Exception {
        KeyShelf shelf = new InMemoryStore().keyShelf();
        byte[] envelope = Vaults.started(shelf).seal(ANNS, PLACE, SECRET).envelope();
        VaultKey vaultKey = shelf.vaultKeys().getFirst();
        DataKey dataKey = shelf.newestDataKey(ANNS).orElseThrow();

        byte[] vaultKeyBytes =
                decrypt(HexFormat.of().parseHex(Vaults.HEX), vaultKey.wrapped().bytes(), bytes(out -> {
                    out.writeByte(0x82);
                    writeText(out, vaultKey.masterKeyId());
                    out.writeInt(1);
                }));
        byte[] dataKeyBytes = decrypt(vaultKeyBytes, dataKey.wrapped().bytes(), bytes(out -> {
            out.writeByte(0x81);
            writeText(out, ANN.value());
            out.writeInt(1);
            out.writeInt(1);
        }));
        byte[] plain = decrypt(dataKeyBytes, Arrays.copyOfRange(envelope, 7, envelope.length), bytes(out -> {
            out.writeByte(1);
            writeText(out, ANN.value());
            writeText(out, "connection.refresh_token");
            writeText(out, "row-1");
            writeText(out, "spotify");
            out.writeLong(3);
            out.writeInt(1);
        }));

        assertThat(plain).isEqualTo(SECRET.revealBytes());
        assertThat(Arrays.copyOf(envelope, 7)).containsExactly('P', 'B', 1, 0, 0, 0, 1);
    }

    @Test
    void a_master_key_has_the_same_check_value_for_ever() {
        assertThat(Vaults.aMasterKey().id()).isEqualTo("8305c37809cc");
        assertThat(Vaults.anotherMasterKey().id())
                .isNotEqualTo(Vaults.aMasterKey().id());
    }

    private static byte[] decrypt(byte[] key, byte[] nonceAndCipher, byte[] associatedData) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonceAndCipher, 0, 12));
        cipher.updateAAD(associatedData);
        return cipher.doFinal(nonceAndCipher, 12, nonceAndCipher.length - 12);
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writing.to(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
