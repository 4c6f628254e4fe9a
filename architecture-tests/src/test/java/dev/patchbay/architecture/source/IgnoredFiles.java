package dev.patchbay.architecture.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The plain part of .gitignore: {@code name/} for folders and name patterns for files, at any depth. */
record IgnoredFiles(Set<String> folders, List<PathMatcher> names) {
    static IgnoredFiles read(Path gitignore) {
        try {
            List<String> lines = Files.readAllLines(gitignore).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            Set<String> folders = lines.stream()
                    .filter(line -> line.endsWith("/"))
                    .map(line -> line.replace("/", ""))
                    .collect(Collectors.toSet());
            folders.add(".git");
            List<PathMatcher> names = lines.stream()
                    .filter(line -> !line.endsWith("/"))
                    .map(line -> FileSystems.getDefault().getPathMatcher("glob:" + line))
                    .toList();
            return new IgnoredFiles(folders, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean folder(Path folder) {
        return folders.contains(folder.getFileName().toString());
    }

    boolean file(Path file) {
        return names.stream().anyMatch(name -> name.matches(file.getFileName()));
    }
}
