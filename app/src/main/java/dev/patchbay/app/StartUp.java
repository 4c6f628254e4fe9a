package dev.patchbay.app;

import dev.patchbay.adapter.persistence.DatabaseCheck;
import dev.patchbay.adapter.persistence.DatabaseClock;
import dev.patchbay.adapter.persistence.DatabaseSettings;
import dev.patchbay.adapter.persistence.FileSpool;
import dev.patchbay.adapter.persistence.Migrations;
import dev.patchbay.adapter.persistence.Restore;
import dev.patchbay.adapter.persistence.StoredPresence;
import dev.patchbay.adapter.vault.KeyRotation;
import dev.patchbay.adapter.vault.VaultCanary;
import dev.patchbay.adapter.vault.VaultUnusable;
import dev.patchbay.adapter.web.settings.TlsSettings;
import dev.patchbay.adapter.web.settings.TlsSettings.CertificateSource;
import dev.patchbay.adapter.web.tls.CertificateFiles;
import dev.patchbay.app.doctor.Doctor;
import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.app.settings.SettingProblem;
import dev.patchbay.app.wiring.CertificateDuties;
import dev.patchbay.app.wiring.ChatDuties;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.AppNotes;
import dev.patchbay.usecase.refresh.Renewing;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must hold before the first request: every setting is good, the database answers, the master key fits it (asked before
 * anything is written), tables are at this version, and the clock is the database's.
 */
final class StartUp {
    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

    /** The pool gives up after 2 s, which a busy machine may need at first. */
    private static final int TRIES = 5;

    private final ApplicationContext context;
    private final EnvironmentSettings settings;
    private final Set<String> namesInFile;
    private final Duration databaseWait;

    StartUp(ApplicationContext context, EnvironmentSettings settings, Set<String> namesInFile) {
        this.context = context;
        this.settings = settings;
        this.namesInFile = namesInFile;
        this.databaseWait = Duration.ofSeconds(settings.number("DATABASE_WAIT_SECONDS", 30, 0, 600));
    }

    /** Everything up to the first request. @throws StartRefused with everything that is wrong */
    void run() {
        openStore();
        Doctor.beforeStart(context, settings).troubles().forEach(LOG::warn);
        plainly(() -> {
            context.getBean(StoredPresence.class).start();
            // A new vault key wraps when all who serve have read it.
            context.getBean(KeyRotation.class).look();
            giveAppsAnotherTry();
            // Before anything is renewed: what waits there is newer than what is in the database.
            context.getBean(Renewing.class).replaySpool().replay();
        });
        plainly(context.getBean(CertificateDuties.class)::look);
        context.getBean(ChatDuties.class).check().ifPresent(problem -> {
            throw new StartRefused(List.of(problem));
        });
    }

    /** Settings and database, for whoever replaces what is in it. @throws StartRefused with everything that is wrong */
    void openDatabase() {
        checkSettings();
        plainly(this::checkDatabase);
    }

    private void checkRestore() {
        if (context.getBean(Restore.class).isHalfDone()) {
            throw new StartRefused(
                    List.of("a restore of this database did not come to its end, and what is in it must not"
                            + " be served; run it again: ./patchbay restore <file> --replace"));
        }
    }

    /** Settings, database, keys, tables and clock. @throws StartRefused with everything that is wrong */
    void openStore() {
        checkSettings();
        plainly(this::checkDatabase);
        again(() -> {
            checkRestore();
            var migrations = context.getBean(Migrations.class);
            var canary = context.getBean(VaultCanary.class);
            canary.check(!migrations.isEmpty());
            migrations.migrate();
            canary.makeFirstKey();
            context.getBean(DatabaseClock.class).synchronise();
        });
    }

    /** These steps may be taken twice. */
    private void again(Runnable steps) {
        boolean embedded = context.getBean(DatabaseSettings.class).isEmbedded();
        for (int tries = embedded ? TRIES : 1; tries < TRIES; tries++) {
            try {
                steps.run();
                return;
            } catch (StoreUnavailable e) {
                LOG.warn("start-up: {}; once more", e.getMessage());
            } catch (VaultUnusable e) {
                break;
            }
        }
        plainly(steps);
    }

    private static void plainly(Runnable steps) {
        try {
            steps.run();
        } catch (VaultUnusable e) {
            throw new StartRefused(List.of(String.valueOf(e.getMessage())));
        } catch (StoreUnavailable e) {
            if (VaultCanary.isKeyService(e)) {
                throw new StartRefused(List.of(String.valueOf(e.getMessage())));
            }
            throw new StartRefused(List.of("DATABASE_URL names a database that does not answer (" + e.getMessage()
                    + "); check that it runs, that no other process has its files open (H2 serves one), and"
                    + " DATABASE_USER and DATABASE_PASSWORD"));
        }
    }

    private void giveAppsAnotherTry() {
        var apps = context.getBean(SharedApps.class);
        var notes = context.getBean(AppNotes.class);
        context.getBean(Providers.class).names().keySet().stream()
                .flatMap(id -> apps.of(id).stream())
                .forEach(app -> notes.started(app.id()));
    }

    private void checkDatabase() {
        var findings = context.getBean(DatabaseCheck.class).run(databaseWait);
        if (!findings.refusals().isEmpty()) {
            throw new StartRefused(findings.refusals().stream()
                    .map(line -> "DATABASE_URL: " + line)
                    .toList());
        }
        findings.warnings().forEach(LOG::warn);
    }

    private void checkSettings() {
        context.getBeansOfType(ModuleSettings.class);
        context.getBean(FileSpool.class).check().ifPresent(what -> settings.problem("SPOOL_FOLDER", what));
        checkCertificateFiles();
        List<SettingProblem> problems = new ArrayList<>(settings.problems());
        problems.addAll(settings.misspelled(namesInFile));
        StartRefused.unlessNone(problems);
    }

    private void checkCertificateFiles() {
        if (context.getBean(TlsSettings.class).certificate() instanceof CertificateSource.Files files) {
            // The database's clock is not to be asked yet.
            CertificateFiles.problem(files, Clock.systemUTC())
                    .ifPresent(what -> settings.problem("TLS_CERTIFICATE_FILE", "cannot be used: " + what));
        }
    }
}
