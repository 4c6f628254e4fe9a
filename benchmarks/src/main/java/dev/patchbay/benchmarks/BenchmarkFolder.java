package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a benchmark keeps its files: a new folder that goes with it, or the one in {@code BENCH_FOLDER}, which stays. */
final class BenchmarkFolder implements AutoCloseable {
    private final Path path;
    private final boolean goes;

    private BenchmarkFolder(Path path, boolean goes) {
        this.path = path;
        this.goes = goes;
    }

    static BenchmarkFolder open() throws IOException {
        String given = System.getenv("BENCH_FOLDER");
        return given == null
                ? new BenchmarkFolder(Files.createTempDirectory("patchbay-bench"), true)
                : new BenchmarkFolder(Files.createDirectories(Path.of(given).toAbsolutePath()), false);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (goes) {
            try (Stream<Path> files = Files.walk(path)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
