package dev.patchbay.app.doctor;

import java.util.List;
import java.util.OptionalLong;

/** Java, and what the system lets a process do. */
final class SystemCheck implements Check {
    private static final int JAVA = 25;
    private static final long FEW_FILES = 4096;

    private final Patient patient;

    SystemCheck(Patient patient) {
        this.patient = patient;
    }

    @Override
    public String name() {
        return "system";
    }

    @Override
    public List<Finding> look() {
        int java = patient.machine().javaVersion();
        OptionalLong files = patient.machine().mostOpenFiles();
        return List.of(
                java >= JAVA
                        ? Finding.ok(name(), "Java " + java)
                        : Finding.fail(name(), "Java " + java, "install JDK 25, and point JAVA_HOME at it"),
                files.isPresent() && files.getAsLong() < FEW_FILES
                        ? Finding.warn(
                                name(),
                                "a process may have " + files.getAsLong() + " files and connections open",
                                "set LimitNOFILE=65536 in the service's unit, or ulimit -n 65536 before it is started")
                        : Finding.ok(
                                name(),
                                files.isPresent()
                                        ? files.getAsLong() + " files and connections may be open"
                                        : "open files are not limited"));
    }
}
