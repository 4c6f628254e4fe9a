package dev.patchbay.faults.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs compiled classes as a jar for the {@code plugins} folder, folders included: bean registers are found by folder. */
final class PluginJar {
    static void write(Path jar, Path root, List<Path> files) throws IOException {
        Set<String> folders = new TreeSet<>();
        for (Path file : files) {
            for (Path up = root.relativize(file).getParent(); up != null; up = up.getParent()) {
                folders.add(up + "/");
            }
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String folder : folders) {
                entries.putNextEntry(new JarEntry(folder));
            }
            for (Path file : files) {
                entries.putNextEntry(new JarEntry(root.relativize(file).toString()));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
    }

    private PluginJar() {}
}
