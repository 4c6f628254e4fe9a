package dev.patchbay.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.GivenSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaultSettingsTest {
    /** Its base64 has both of the characters in which the alphabets differ. */
    private static final byte[] KEY =
            HexFormat.of().parseHex("fbefbe9f1c0b7ae25d438861f4c3d29e07ab5560d8127b3ecf94a1726a5e0d83");

    private static final String CHARACTERS = "t7#Kp w!Rz2q&Lm9vX$eNc4u@Yb8sGd5";

    @TempDir
    Path folder;

    static List<String> formsOfTheKey() {
        String base64 = Base64.getEncoder().encodeToString(KEY);
        String base64url = Base64.getUrlEncoder().encodeToString(KEY);
        String hex = HexFormat.of().formatHex(KEY);
        return List.of(
                base64,
                base64.replace("=", ""),
                base64url,
                base64url.replace("=", ""),
                hex,
                hex.toUpperCase(Locale.ROOT),
                " " + base64 + "\n");
    }

    @ParameterizedTest
    @MethodSource("formsOfTheKey")
    void every_form_gives_the_same_key(String form) throws Exception {
        assertThat(accepted(Map.of("ENCRYPTION_KEY", form))).isEqualTo(Secret.of(KEY));
        assertThat(accepted(inFile(form.getBytes(StandardCharsets.UTF_8)))).isEqualTo(Secret.of(KEY));
    }

    @Test
    void exactly_32_characters_are_a_key() throws Exception {
        assertThat(accepted(Map.of("ENCRYPTION_KEY", CHARACTERS))).isEqualTo(Secret.of(CHARACTERS));
        assertThat(accepted(inFile((CHARACTERS + "\n").getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Secret.of(CHARACTERS));
    }

    @Test
    void a_file_may_hold_the_bytes_themselves_also_when_they_look_like_white_space() throws Exception {
        byte[] raw = KEY.clone();
        raw[0] = ' ';
        raw[31] = '\n';
        assertThat(accepted(inFile(raw))).isEqualTo(Secret.of(raw));
    }

    @Test
    void random_keys_are_accepted() {
        Random random = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            String key =
                    switch (i % 3) {
                        case 0 -> Base64.getEncoder().encodeToString(bytes);
                        case 1 -> HexFormat.of().formatHex(bytes);
                        default -> HexFormat.of().formatHex(bytes, 0, 16);
                    };
            accepted(Map.of("ENCRYPTION_KEY", key));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "t7#Kp w!Rz2q&Lm9vX$eNc4u@Yb8sGd",
                "t7#Kp w!Rz2q&Lm9vX$eNc4u@Yb8sGd5x",
                "ключ-из-32-символов-кириллицей!!",
                "fbefbe9f1c0b7ae25d438861f4c3d29e07ab5560d8127b3ecf94a1726a5e0d8",
                "fbefbe9f1c0b7ae25d438861f4c3d29e07ab5560d8127b3ecf94a1726a5e0d8g",
                "fbefbe9f1c0b7ae25d438861f4c3d29e07ab5560d8127b3ecf94a1726a5e0d83ff",
                "++++nxwLeuJdQ4hh9MPSngerVWDYEns-z5Shcmpe_YM=",
                "nxwLeuJdQ4hh9MPSngerVWDYEns+z5Shcmpe",
                "nxwLeuJdQ4hh9MPSngerVWDYEns+z5Shcmpe/YMxyzz1",
                "nxwLeuJdQ4hh9MPSngerVWDYEns+z5Shcmpe/YMxyzz==",
                "nxwLeuJdQ4hh9MPSngerVWDYEns+z5Shcmpe/YMxyzz",
                "{\"key\":\"nxwLeuJdQ4hh9MPSngerVWDYEns+z5S\"}"
            })
    void what_is_no_32_bytes_is_refused(String given) {
        assertThat(refused(Map.of("ENCRYPTION_KEY", given), "ENCRYPTION_KEY"))
                .contains("is not a master key", "base64", "hex", "32 plain characters", "openssl rand -base64 32")
                .doesNotContain(given);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "01234567890123456789012345678901",
                "0123456789abcdef0123456789abcdef",
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
                "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
                "1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100",
                "abcdefghijklmnopqrstuvwxyz123456",
                "h7Kq-12345678-w2Rz9vXeNc4uYb8sGd",
                "abababbaabbabaabaabababbabababba",
                "change-me-change-me-change-me-ab",
                "CHANGE_ME_TO_A_32_CHARACTER_KEY!",
                "please change me before the use!",
                "my32lengthsupersecretnooneknows1",
                "passphrasewhichneedstobe32bytes!",
                "AES256Key-32Characters-for-a-key",
                "correct-password-battery-staple!",
                "your-encryption-key-goes-in-here",
                "patchbay-dev-key-do-not-use-it!!",
                "deadbeefcafebabe8badf00d1337c0de",
                "6368616e676520746869732070617373776f726420746f206120736563726574",
                "Y2hhbmdlLW1lLXRvLXNvbWV0aGluZy1yYW5kb20hISE=",
                "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
                "bf3c199c2470cb477d907b1e0917c17b",
                "vOVH6sdmpNWjRRIqCc7rdxs01lwHzfr3",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "d41d8cd98f00b204e9800998ecf8427e"
            })
    void a_weak_or_known_key_is_refused(String given) throws Exception {
        assertThat(refused(Map.of("ENCRYPTION_KEY", given), "ENCRYPTION_KEY"))
                .contains("is not a safe master key", "openssl rand -base64 32")
                .doesNotContain(given);
        refused(inFile(given.getBytes(StandardCharsets.UTF_8)), "MASTER_KEY_FILE");
    }

    @Test
    void without_a_master_key_there_is_no_start() {
        for (Map<String, String> none : List.of(Map.<String, String>of(), Map.of("ENCRYPTION_KEY", "  "))) {
            assertThat(refused(none, "ENCRYPTION_KEY"))
                    .contains("is missing", "MASTER_KEY_FILE", "openssl rand -base64 32");
        }
    }

    @Test
    void two_master_keys_are_one_too_many() {
        assertThat(refused(Map.of("ENCRYPTION_KEY", CHARACTERS, "MASTER_KEY_FILE", "key"), "MASTER_KEY_FILE"))
                .contains("together with ENCRYPTION_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-", "r-------x"})
    void a_file_that_others_can_get_at_is_refused_with_the_command_to_run(String permissions) throws Exception {
        Map<String, String> settings = inFile(Vaults.HEX.getBytes(StandardCharsets.UTF_8));
        Path file = Path.of(settings.get("MASTER_KEY_FILE"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        assertThat(refused(settings, "MASTER_KEY_FILE")).contains("chmod 600 " + file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        accepted(settings);
    }

    @Test
    void a_file_that_is_missing_or_none_or_empty_or_too_long_is_refused() throws Exception {
        Path missing = folder.resolve("missing");
        assertThat(refused(Map.of("MASTER_KEY_FILE", missing.toString()), "MASTER_KEY_FILE"))
                .contains("names no file", missing.toString());
        assertThat(refused(Map.of("MASTER_KEY_FILE", folder.toString()), "MASTER_KEY_FILE"))
                .contains("names no file");
        assertThat(refused(Map.of("MASTER_KEY_FILE", "a\0b"), "MASTER_KEY_FILE"))
                .contains("is not the name of a file");
        refused(inFile(new byte[0]), "MASTER_KEY_FILE");
        refused(inFile(new byte[31]), "MASTER_KEY_FILE");
        byte[] tooLong = (Vaults.HEX + "\n" + " ".repeat(300) + "more").getBytes(StandardCharsets.UTF_8);
        refused(inFile(tooLong), "MASTER_KEY_FILE");
    }

    private static Secret accepted(Map<String, String> values) {
        VaultSettings read = VaultSettings.read(GivenSettings.strict(values));
        assertThat(values).containsKey(read.origin());
        assertThat(read.masterKey().origin()).isEqualTo(read.origin());
        return read.material().orElseThrow();
    }

    /** What is said about the one setting that has a problem. */
    private static String refused(Map<String, String> values, String name) {
        GivenSettings settings = GivenSettings.of(values);
        VaultSettings read = VaultSettings.read(settings);
        assertThat(settings.problems()).singleElement().asString().startsWith(name + " ");
        assertThat(read.material()).isEmpty();
        assertThatThrownBy(read::masterKey).isInstanceOf(IllegalStateException.class);
        return settings.problems().getFirst();
    }

    private Map<String, String> inFile(byte[] content) throws Exception {
        Path file = Files.createTempFile(folder, "key", "");
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Map.of("MASTER_KEY_FILE", file.toString());
    }
}
