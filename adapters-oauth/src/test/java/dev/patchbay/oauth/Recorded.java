package dev.patchbay.oauth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Answers as a party wrote them once, kept as resources of the test that plays them. */
public final class Recorded {
    private Recorded() {}

    /** @param name of the file, with its folder, such as {@code youtube/channels.json} */
    public static String answer(String name) {
        try (InputStream file = Recorded.class.getResourceAsStream("/" + name)) {
            if (file == null) {
                throw new AssertionError("no recorded answer " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
