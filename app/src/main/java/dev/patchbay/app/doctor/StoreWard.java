package dev.patchbay.app.doctor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks at the database, or has the service that has it open look. */
final class StoreWard implements Check {
    private final Patient patient;
    private final Function<Doctor.Ward, Optional<Findings>> service;

    StoreWard(Patient patient, Function<Doctor.Ward, Optional<Findings>> service) {
        this.patient = patient;
        this.service = service;
    }

    @Override
    public String name() {
        return StoreChecks.DATABASE;
    }

    @Override
    public List<Finding> look() {
        if (patient.hasProblemWith("DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD")) {
            return List.of(Finding.skipped(name(), "its settings cannot be used"));
        }
        Optional<Findings> said = patient.database().isEmbedded() ? service.apply(Doctor.Ward.STORE) : Optional.empty();
        if (said.isPresent()) {
            return said.get().all();
        }
        if (!patient.database().isThere()) {
            return List.of(Finding.ok(name(), "there is none yet; the first start makes it"));
        }
        return new StoreChecks(patient).look();
    }
}
