package dev.patchbay.app.doctor;

import dev.patchbay.adapter.persistence.DatabaseCheck;
import dev.patchbay.adapter.persistence.DatabaseReport;
import dev.patchbay.adapter.persistence.Migrations;
import dev.patchbay.adapter.vault.VaultCanary;
import dev.patchbay.adapter.vault.VaultSettings;
import dev.patchbay.adapter.vault.VaultUnusable;
import dev.patchbay.port.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The database, what time it is there, and whether the master key opens what is in it. Writes nothing. */
final class StoreChecks {
    static final String DATABASE = "database";
    static final String KEY = "key";

    private final Patient patient;

    StoreChecks(Patient patient) {
        this.patient = patient;
    }

    /** Of a service that runs, whose settings need not be those that it would be started with next. */
    List<Finding> inService(Optional<String> masterKey) {
        List<Finding> all = new ArrayList<>(look());
        String running = patient.context().getBean(VaultCanary.class).masterKeyId();
        masterKey
                .filter(other -> !other.equals(running))
                .ifPresent(_ -> all.add(Finding.fail(
                        KEY,
                        "the service that runs has another master key than these settings name",
                        "run this with the service's own environment and .env, or set the key right"
                                + " before it is restarted")));
        return all;
    }

    List<Finding> look() {
        List<Finding> all = new ArrayList<>();
        try {
            all.addAll(server());
            DatabaseReport report =
                    DatabaseReport.of(patient.database(), patient.context().getBean(DataSource.class));
            all.addAll(about(report));
            all.add(Clocks.beside("the database", report.time(), patient.clock()));
            var migrations = patient.context().getBean(Migrations.class);
            all.addAll(tables(migrations.standing()));
            all.add(key(!migrations.isEmpty()));
            if (!migrations.isEmpty()) {
                all.addAll(new StoredCertificateCheck(patient).look());
            }
        } catch (StoreUnavailable e) {
            all.add(unavailable(e));
        }
        return all;
    }

    private static Finding unavailable(StoreUnavailable e) {
        return VaultCanary.isKeyService(e)
                ? Finding.fail(
                        KEY,
                        String.valueOf(e.getMessage()),
                        "see that HashiCorp Vault runs at VAULT_ADDR, is unsealed, and takes VAULT_TOKEN")
                : Finding.fail(
                        DATABASE,
                        "the one that DATABASE_URL names does not answer (" + e.getMessage() + ")",
                        "see that it runs and is reached from here, that DATABASE_USER and DATABASE_PASSWORD are right,"
                                + " and for H2 that no other process has its files open");
    }

    private List<Finding> server() {
        DatabaseCheck.Findings found =
                patient.context().getBean(DatabaseCheck.class).run(Duration.ZERO);
        List<Finding> all = new ArrayList<>();
        found.refusals().forEach(line -> all.add(split(line, true)));
        found.warnings().forEach(line -> all.add(split(line, false)));
        return all;
    }

    /** These lines end with what to do. */
    private static Finding split(String line, boolean refused) {
        int end = line.lastIndexOf("; ");
        String what = end < 0 ? line : line.substring(0, end);
        String todo = end < 0 ? "change that at the server" : line.substring(end + 2);
        return refused ? Finding.fail(DATABASE, what, todo) : Finding.warn(DATABASE, what, todo);
    }

    private static List<Finding> about(DatabaseReport report) {
        List<Finding> all = new ArrayList<>();
        all.add(Finding.ok(DATABASE, report.product() + " answers"));
        if (!report.hasWholeUnicode()) {
            all.add(Finding.warn(
                    DATABASE,
                    "its character set is not utf8mb4, so that some names cannot be kept",
                    "ALTER DATABASE … CHARACTER SET utf8mb4 before the first start; later, convert its tables too"));
        }
        if (!report.readsCommitted()) {
            all.add(Finding.fail(
                    DATABASE,
                    "connections do not read what is committed",
                    "take transaction settings and proxies that change them out of DATABASE_URL"));
        }
        if (!report.isDurable()) {
            all.add(Finding.fail(
                    DATABASE,
                    "it acknowledges what it has not written yet (WRITE_DELAY)",
                    "stop whoever opened it with another WRITE_DELAY than 0, and leave that out of DATABASE_URL"));
        }
        return all;
    }

    private static List<Finding> tables(Migrations.Standing standing) {
        if (!standing.failed().isEmpty()) {
            return List.of(Finding.fail(
                    DATABASE,
                    "its tables are half changed: " + String.join(", ", standing.failed()) + " failed",
                    "put the last backup back, and start this version again; its log says what failed"));
        }
        if (!standing.ahead().isEmpty()) {
            return List.of(Finding.fail(
                    DATABASE,
                    "a later version of Patchbay changed its tables: " + String.join(", ", standing.ahead()),
                    "run that version, or put back the backup that was made before it"));
        }
        String at = standing.applied()
                .map(version -> "tables are at version " + version)
                .orElse("it has no tables yet");
        return List.of(
                Finding.ok(DATABASE, standing.pending() == 0 ? at : at + "; the next start brings them up to date"));
    }

    private Finding key(boolean tablesExist) {
        VaultSettings settings = patient.context().getBean(VaultSettings.class);
        if (settings.material().isEmpty() && settings.transit().isEmpty()) {
            return Finding.skipped(KEY, "there is no master key that could be tried");
        }
        try {
            patient.context().getBean(VaultCanary.class).check(tablesExist);
            return tablesExist
                    ? Finding.ok(KEY, "the one in " + settings.origin() + " opens the database")
                    : Finding.ok(KEY, "the one in " + settings.origin() + " can be used; the database has no keys yet");
        } catch (VaultUnusable e) {
            return Finding.fail(
                    KEY,
                    String.valueOf(e.getMessage()),
                    "point " + settings.origin()
                            + " at the key that this database was written with; nothing was written");
        }
    }
}
