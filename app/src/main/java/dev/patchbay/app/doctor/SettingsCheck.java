package dev.patchbay.app.doctor;

import dev.patchbay.app.settings.SettingProblem;
import dev.patchbay.port.settings.ModuleSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Every setting that would keep the service from starting, a line each. */
final class SettingsCheck implements Check {
    private final Patient patient;
    private final Set<String> namesInFile;

    SettingsCheck(Patient patient, Set<String> namesInFile) {
        this.patient = patient;
        this.namesInFile = namesInFile;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public List<Finding> look() {
        // They are read, and say what is wrong, as they are made.
        patient.context().getBeansOfType(ModuleSettings.class);
        List<SettingProblem> problems = new ArrayList<>(patient.settings().problems());
        problems.addAll(patient.settings().misspelled(namesInFile));
        if (problems.isEmpty()) {
            return List.of(Finding.ok(name(), "all can be used"));
        }
        return problems.stream()
                .map(one -> Finding.fail(
                        name(),
                        one.toString(),
                        "change it in the environment or .env; README.md explains the settings"))
                .toList();
    }
}
