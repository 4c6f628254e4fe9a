package dev.patchbay.faults.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A program that runs to its end. */
final class Command {
    /** It came to no good end. */
    static final class Failed extends IllegalStateException {
        private static final long serialVersionUID = 1L;
        private final int code;

        Failed(int code, String said) {
            super("exit code " + code + ": " + said);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** What it says, errors too. @throws Failed with what it says, when it fails */
    static String run(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new Failed(code, said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Command() {}
}
