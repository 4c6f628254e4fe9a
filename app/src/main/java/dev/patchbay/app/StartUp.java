package dev.patchbay.app;

import dev.patchbay.adapter.persistence.DatabaseClock;
import dev.patchbay.adapter.persistence.Migrations;
import dev.patchbay.adapter.vault.VaultCanary;
import dev.patchbay.adapter.vault.VaultUnusable;
import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.app.settings.SettingProblem;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.usecase.connection.AppNotes;
import dev.patchbay.usecase.provider.Providers;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What must hold before the first request: every setting is good, the database answers, the master key fits it (asked before
 * anything is written), tables are at this version, and the clock is the database's.
 */
final class StartUp {
    private final ApplicationContext context;
    private final EnvironmentSettings settings;
    private final Set<String> namesInFile;

    StartUp(ApplicationContext context, EnvironmentSettings settings, Set<String> namesInFile) {
        this.context = context;
        this.settings = settings;
        this.namesInFile = namesInFile;
    }

    /** @throws StartRefused with everything that is wrong */
    void run() {
        checkSettings();
        try {
            var migrations = context.getBean(Migrations.class);
            var canary = context.getBean(VaultCanary.class);
            canary.check(!migrations.isEmpty());
            migrations.migrate();
            canary.makeFirstKey();
            context.getBean(DatabaseClock.class).synchronise();
            giveAppsAnotherTry();
        } catch (VaultUnusable e) {
            throw new StartRefused(List.of(String.valueOf(e.getMessage())));
        } catch (StoreUnavailable e) {
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

    private void checkSettings() {
        context.getBeansOfType(ModuleSettings.class);
        List<SettingProblem> problems = new ArrayList<>(settings.problems());
        problems.addAll(settings.misspelled(namesInFile));
        StartRefused.unlessNone(problems);
    }
}
