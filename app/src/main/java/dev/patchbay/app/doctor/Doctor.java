package dev.patchbay.app.doctor;

import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.certificate.ReachesItself;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes the checks. Each has seconds; what cannot be asked is a finding. Nothing of the service's is changed. */
public final class Doctor implements AutoCloseable {
    /** What a service that runs and has its database to itself is asked for in its stead. */
    public enum Ward {
        /** The database, its clock, the keys, and the certificate in it. */
        STORE,
        /** Whether the public name leads to it. */
        REACH
    }

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Patient patient;

    /**
     * @param context the parts of a service, started; its ports need not be
     * @param clock this machine's
     */
    public Doctor(ApplicationContext context, EnvironmentSettings settings, Machine machine, Clock clock) {
        this(context, settings, machine, clock, context.getBean(ReachesItself.class));
    }

    /** @param reachesItself how public names are looked for, in place of the usual way */
    public Doctor(
            ApplicationContext context,
            EnvironmentSettings settings,
            Machine machine,
            Clock clock,
            ReachesItself reachesItself) {
        this.patient = new Patient(context, settings, machine, new GuardedHttp(clock), clock, reachesItself);
    }

    /**
     * Everything.
     *
     * @param namesInFile settings that came from a file, in which an unknown name is a spelling mistake
     * @param service asks the service that has the database to itself; empty when none answers
     */
    public Findings examine(Set<String> namesInFile, Function<Ward, Optional<Findings>> service) {
        // First, because it reads all the settings that the others rely on.
        List<Finding> all =
                new ArrayList<>(SideBySide.look(List.of(new SettingsCheck(patient, namesInFile)), PATIENCE));
        var store = new StoreWard(patient, service);
        List<Check> checks = new ArrayList<>(cheap(patient, true));
        checks.addAll(List.of(
                store,
                new DnsCheck(patient),
                new FrontDoor(patient, service),
                new RedirectCheck(patient),
                new PartiesCheck(patient),
                new TelegramCheck(patient),
                new CertificateFilesCheck(patient),
                new AuthorityCheck(patient)));
        all.addAll(SideBySide.look(checks, PATIENCE));
        return new Findings(all);
    }

    /** What costs nothing and asks nobody, of a service that is about to start. What would stop it is told elsewhere. */
    public static Findings beforeStart(ApplicationContext context, EnvironmentSettings settings) {
        var patient = new Patient(
                context,
                settings,
                new ThisMachine(),
                context.getBean(GuardedHttp.class),
                Clock.systemUTC(),
                context.getBean(ReachesItself.class));
        List<Finding> all = new ArrayList<>();
        cheap(patient, false).forEach(check -> all.addAll(check.look()));
        return new Findings(all);
    }

    private static List<Check> cheap(Patient patient, boolean thorough) {
        return List.of(new SystemCheck(patient), new DiskCheck(patient), new KeyFileCheck(patient, thorough));
    }

    /**
     * For the service itself, when it is asked.
     *
     * @param masterKey the fingerprint of the one that whoever asks has in their settings; empty when they have none
     */
    public Findings inService(Ward ward, Optional<String> masterKey) {
        try {
            return new Findings(
                    switch (ward) {
                        case STORE -> new StoreChecks(patient).inService(masterKey);
                        case REACH -> new ReachCheck(patient).running();
                    });
        } catch (StoreUnavailable e) {
            return new Findings(List.of(Finding.skipped(ReachCheck.NAME, "the database does not answer")));
        }
    }

    @Override
    public void close() {
        patient.http().close();
    }
}
