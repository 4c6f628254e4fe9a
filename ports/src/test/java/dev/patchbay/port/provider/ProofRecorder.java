package dev.patchbay.port.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Notes in {@code target/proofs/<provider>/<test class>/} which promises were seen kept, and which broken, for whoever prints the tiers.
 * A case that was left out, because the other answer of a capability is the one that counts, says nothing.
 */
public final class ProofRecorder implements TestWatcher {
    /** What follows the promise's name when a case of it failed. */
    public static final String BROKEN = ".broken";

    private static final Path FOLDER = Path.of("target", "proofs");
    private static final Set<Path> BEGUN = ConcurrentHashMap.newKeySet();

    @Override
    public void testSuccessful(ExtensionContext context) {
        note(context, "");
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        note(context, BROKEN);
    }

    private static void note(ExtensionContext context, String ending) {
        Optional<Proves> said = AnnotationSupport.findAnnotation(context.getElement(), Proves.class)
                .or(() -> AnnotationSupport.findAnnotation(context.getTestClass(), Proves.class));
        Optional<Object> instance = context.getTestInstance();
        if (said.isEmpty() || !(instance.orElse(null) instanceof Proving proving)) {
            return;
        }
        Path folder = FOLDER.resolve(proving.provider())
                .resolve(context.getRequiredTestClass().getSimpleName());
        try {
            if (BEGUN.add(folder)) {
                empty(folder);
            }
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(said.get().value().name() + ending), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
