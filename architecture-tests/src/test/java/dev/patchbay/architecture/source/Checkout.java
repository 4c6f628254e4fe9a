package dev.patchbay.architecture.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The checkout that the tests run in: its root, its modules and its files. */
public final class Checkout {
    private static final Path ROOT = findRoot();

    /** The folder of the parent pom. */
    public static Path root() {
        return ROOT;
    }

    /** The modules as the parent pom lists them. */
    public static List<String> modules() {
        return Pom.read(ROOT.resolve("pom.xml")).modules();
    }

    /** Every text file that git tracks or would track; binary files are left out. */
    static List<SourceFile> textFiles() {
        return files().parallelStream()
                .flatMap(path -> SourceFile.read(ROOT, path).stream())
                .toList();
    }

    private static List<Path> files() {
        List<Path> found = new ArrayList<>();
        IgnoredFiles ignored = IgnoredFiles.read(ROOT.resolve(".gitignore"));
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return ignored.folder(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !ignored.file(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Path findRoot() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path pom = folder.resolve("pom.xml");
            if (Files.exists(pom) && !Pom.read(pom).modules().isEmpty()) {
                return folder;
            }
        }
        throw new IllegalStateException("no pom.xml with <modules> in this folder or above it");
    }

    private Checkout() {}
}
