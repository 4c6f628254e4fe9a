package dev.patchbay.faults.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks for secrets finds them. */
class CanariesTest {
    private static final String SECRET = "BQ+f1e8c6b3a/2d9e1c4f80b5c0bd4a?5~";

    private final Canaries canaries = new Canaries().add("it", SECRET);

    @TempDir
    Path folder;

    @Test
    void a_secret_is_found_however_it_is_written() {
        byte[] plain = SECRET.getBytes(StandardCharsets.UTF_8);
        assertThat(canaries.in("before " + SECRET + " after")).containsOnlyKeys("it");
        assertThat(canaries.in(HexFormat.of().formatHex(plain))).containsOnlyKeys("it in hex");
        assertThat(canaries.in("?token=BQ%2Bf1e8c6b3a%2F2d9e1c4f80b5c0bd4a%3F5%7E&a=b"))
                .containsOnlyKeys("it in a URL");
        for (String before : List.of("", "a", "ab", "abc", "client:")) {
            for (String after : List.of("", "x", "xy", "xyz")) {
                byte[] bytes = (before + SECRET + after).getBytes(StandardCharsets.UTF_8);
                assertThat(canaries.in(Base64.getEncoder().encodeToString(bytes)))
                        .as("base64 of %s and %s around it", before, after)
                        .containsKey("it in base64");
                assertThat(canaries.in(Base64.getUrlEncoder().encodeToString(bytes)))
                        .as("base64url of %s and %s around it", before, after)
                        .isNotEmpty();
            }
        }
        assertThat(canaries.in(SECRET.substring(1) + " " + SECRET.substring(0, SECRET.length() - 1)))
                .isEmpty();
    }

    @Test
    void it_is_found_in_files_wherever_it_lies() throws IOException {
        Path file = folder.resolve("dump");
        byte[] bytes = new byte[(1 << 24) + 4_000];
        for (int at : new int[] {0, 777, (1 << 24) - SECRET.length() / 2, bytes.length - SECRET.length()}) {
            System.arraycopy(SECRET.getBytes(StandardCharsets.UTF_8), 0, bytes, at, SECRET.length());
        }
        Files.write(file, bytes);
        assertThat(canaries.in(file)).containsEntry("it", 4);

        Arrays.fill(bytes, (byte) 1);
        byte[] wide = SECRET.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(wide, 0, bytes, 5, wide.length);
        Files.write(file, bytes);
        assertThat(canaries.inFolder(folder)).containsOnlyKeys("it in UTF-16 in dump");
    }
}
