package dev.patchbay.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;

/** Whether the file with the master key is for the service's user, and kept apart from what it opens. */
final class KeyFileCheck implements Check {
    private static final String SETTING = "MASTER_KEY_FILE";

    private final Patient patient;
    private final boolean thorough;

    /** @param thorough whether to tell also of what a demo does on purpose */
    KeyFileCheck(Patient patient, boolean thorough) {
        this.patient = patient;
        this.thorough = thorough;
    }

    @Override
    public String name() {
        return "key";
    }

    @Override
    public List<Finding> look() {
        Optional<String> named = patient.settings().text(SETTING);
        if (named.isEmpty()) {
            return List.of();
        }
        if (patient.hasProblemWith(SETTING)) {
            return List.of(Finding.skipped(name(), SETTING + " cannot be used"));
        }
        try {
            Path file = Path.of(named.get()).toAbsolutePath().normalize();
            UserPrincipal owner = Files.getOwner(file);
            Optional<Path> folder = patient.database().folder().filter(Files::isDirectory);
            if (folder.isPresent() && !Files.getOwner(folder.get()).equals(owner)) {
                return List.of(Finding.warn(
                        name(),
                        file + " belongs to " + owner + ", and the database's folder to "
                                + Files.getOwner(folder.get()),
                        "the service's user has to own both: chown "
                                + Files.getOwner(folder.get()).getName() + " " + file));
            }
            if (thorough && folder.filter(file::startsWith).isPresent()) {
                return List.of(Finding.warn(
                        name(),
                        file + " lies beside the database that it opens, so that one backup has both",
                        "move it elsewhere, such as /etc/patchbay, change " + SETTING + ", and keep a copy"));
            }
            return List.of(Finding.ok(name(), file + " is for its owner " + owner.getName() + " alone; keep a copy"));
        } catch (IOException | InvalidPathException e) {
            return List.of(Finding.fail(
                    name(), SETTING + " cannot be read by this user", "chown it to the service's user, chmod 600"));
        }
    }
}
