package dev.patchbay.app.doctor;

import dev.patchbay.adapter.persistence.FileSpool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Room and rights where files are written, and whether something waits there. */
final class DiskCheck implements Check {
    private static final long MIB = 1024 * 1024;
    private static final long TIGHT = 1024 * MIB;
    private static final long FULL = 100 * MIB;

    private final Patient patient;

    DiskCheck(Patient patient) {
        this.patient = patient;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<Finding> look() {
        Path spool = patient.service().spool().toAbsolutePath().normalize();
        Map<Path, String> folders = new LinkedHashMap<>();
        patient.database().folder().ifPresent(folder -> folders.put(folder, "DATABASE_URL"));
        folders.putIfAbsent(spool, "SPOOL_FOLDER");
        List<Finding> all = new ArrayList<>();
        folders.forEach((folder, setting) -> all.addAll(look(folder, setting)));
        all.addAll(waiting(spool));
        return all;
    }

    private List<Finding> look(Path folder, String setting) {
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
            return List.of(Finding.fail(
                    name(),
                    folder + " cannot be written by this user",
                    "chown it to the service's user, or let " + setting + " name another folder"));
        }
        try {
            long free = patient.machine().usableBytes(there);
            String what = free / MIB + " MiB are free at " + folder;
            String todo = "make room, or let " + setting + " name a larger disk";
            return List.of(
                    free < FULL
                            ? Finding.fail(name(), what, todo)
                            : free < TIGHT ? Finding.warn(name(), what, todo) : Finding.ok(name(), what));
        } catch (IOException e) {
            return List.of(Finding.skipped(name(), "how much is free at " + folder + " cannot be known"));
        }
    }

    private List<Finding> waiting(Path spool) {
        try {
            int waiting = new FileSpool(spool).waiting();
            return waiting == 0
                    ? List.of()
                    : List.of(Finding.warn(
                            name(),
                            waiting + " renewed tokens wait in " + spool + " for the database",
                            "do not delete them; start the service with this SPOOL_FOLDER when the database is well,"
                                    + " and they are taken up"));
        } catch (UncheckedIOException e) {
            return List.of(
                    Finding.fail(name(), spool + " cannot be read by this user", "chown it to the service's user"));
        }
    }
}
