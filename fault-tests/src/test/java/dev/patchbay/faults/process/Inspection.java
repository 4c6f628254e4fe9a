package dev.patchbay.faults.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What somebody with the rights of the operator can see of a running process with the JDK's own tools. */
public final class Inspection {
    /** Writes all objects that are in use into a file, after full garbage collections. */
    public static Path heap(Service service, Path file) {
        // What is held softly is as old as the collection before the last.
        String unused = jcmd(service, "GC.run");
        String said = jcmd(service, "GC.heap_dump", file.toString());
        if (Files.notExists(file)) {
            throw new IllegalStateException("no heap dump: " + said);
        }
        return file;
    }

    /** What all threads do. */
    public static String threads(Service service) {
        return jcmd(service, "Thread.print", "-l", "-e");
    }

    /** With what it was started. */
    public static String commandLine(Service service) throws IOException {
        return Files.readString(Path.of("/proc", String.valueOf(service.pid()), "cmdline"));
    }

    private static String jcmd(Service service, String... what) {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        ProcessBuilder builder = new ProcessBuilder(program, String.valueOf(service.pid()));
        builder.command().addAll(List.of(what));
        return Command.run(builder);
    }

    private Inspection() {}
}
