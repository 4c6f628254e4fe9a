package dev.patchbay.app.doctor;

import dev.patchbay.port.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Ports first, and then whether the world finds them: both want to listen there. */
final class FrontDoor implements Check {
    private final Patient patient;
    private final Function<Doctor.Ward, Optional<Findings>> service;

    FrontDoor(Patient patient, Function<Doctor.Ward, Optional<Findings>> service) {
        this.patient = patient;
        this.service = service;
    }

    @Override
    public String name() {
        return "ports";
    }

    @Override
    public List<Finding> look() {
        Optional<Findings> said = patient.database().isEmbedded() ? service.apply(Doctor.Ward.REACH) : Optional.empty();
        try (OurService ours = new OurService(patient, said.isPresent())) {
            List<Finding> all = new ArrayList<>(new PortsCheck(patient, ours).look());
            if (said.isPresent()) {
                all.addAll(said.get().all());
            } else if (ours.runs()) {
                all.addAll(reachedThroughDatabase());
            } else {
                boolean free = all.stream().noneMatch(one -> one.status() == Finding.Status.FAIL);
                all.addAll(new ReachCheck(patient).stopped(free));
            }
            return all;
        }
    }

    private List<Finding> reachedThroughDatabase() {
        if (patient.database().isEmbedded()) {
            return List.of(Finding.skipped(
                    ReachCheck.NAME, "the service that runs cannot be asked by this user; run this as its user"));
        }
        try {
            return new ReachCheck(patient).running();
        } catch (StoreUnavailable e) {
            return List.of(Finding.skipped(ReachCheck.NAME, "the database does not answer"));
        }
    }
}
