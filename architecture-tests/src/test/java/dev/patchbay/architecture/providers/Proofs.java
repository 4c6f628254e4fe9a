package dev.patchbay.architecture.providers;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.oauth.ProviderModule;
import dev.patchbay.port.provider.Promise;
import dev.patchbay.port.provider.Promise.Tier;
import dev.patchbay.port.provider.ProofRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the contracts of this build saw of each provider, in the modules' {@code target/proofs}. */
final class Proofs {
    /** Which modules have providers. */
    static final String SERVICE = "src/main/resources/META-INF/services/" + ProviderModule.class.getName();

    private static final String HERE = "target/proofs";

    private final Path checkout;

    Proofs(Path checkout) {
        this.checkout = checkout;
    }

    /** What was seen kept and not seen broken. */
    Set<Promise> keptBy(ProviderId provider) {
        List<String> notes = notes(provider);
        Set<Promise> kept = EnumSet.noneOf(Promise.class);
        for (Promise promise : Promise.values()) {
            if (notes.contains(promise.name()) && !notes.contains(promise.name() + ProofRecorder.BROKEN)) {
                kept.add(promise);
            }
        }
        return kept;
    }

    /** The highest tier of which nothing that can be asked of it is missing; empty for none. */
    static Optional<Tier> tier(Set<Promise> kept, Set<Promise> asked) {
        return Arrays.stream(Tier.values())
                .filter(tier -> Arrays.stream(Promise.values())
                        .filter(asked::contains)
                        .filter(promise -> promise.tier().compareTo(tier) <= 0)
                        .allMatch(kept::contains))
                .reduce((one, higher) -> higher);
    }

    private List<String> notes(ProviderId provider) {
        try (Stream<Path> modules = Files.list(checkout)) {
            // Elsewhere a contract may be tried on somebody made up.
            return modules.filter(module -> Files.isRegularFile(module.resolve(SERVICE)))
                    .map(module -> module.resolve(HERE).resolve(provider.value()))
                    .filter(Files::isDirectory)
                    .flatMap(Proofs::names)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> names(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
