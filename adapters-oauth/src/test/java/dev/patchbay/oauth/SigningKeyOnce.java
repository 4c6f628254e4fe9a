package dev.patchbay.oauth;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The sandbox's RSA keys, one for each party that signs ID tokens, made once for all stages of a test run: making one takes longer than most tests. */
final class SigningKeyOnce {
    private static final byte[] JOURNAL = journalWithKey();

    private SigningKeyOnce() {}

    /** Writes a journal in which nothing has happened yet, but the key is there. */
    static void writeTo(Path journal) {
        try {
            Files.write(journal, JOURNAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] journalWithKey() {
        try {
            Path folder = Files.createTempDirectory("stage");
            Path journal = folder.resolve("journal");
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withJournal(journal));
                    GuardedHttp http = new GuardedHttp(Clock.systemUTC())) {
                for (String keys : List.of(
                        sandbox.googleIssuer() + "/certs",
                        sandbox.microsoft().authority("common") + "/discovery/v2.0/keys",
                        sandbox.openId().issuer() + "keys",
                        sandbox.telegramLogin().issuer() + "/.well-known/jwks.json")) {
                    HttpAnswer _ = http.send(HttpCall.get(URI.create(keys)));
                }
            }
            byte[] written = Files.readAllBytes(journal);
            Files.delete(journal);
            Files.delete(folder);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
