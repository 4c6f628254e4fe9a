package dev.patchbay.app;

import dev.patchbay.adapter.persistence.StoredPresence;
import dev.patchbay.adapter.vault.KeyReport;
import dev.patchbay.adapter.vault.KeyRotation;
import dev.patchbay.adapter.vault.MasterChange;
import dev.patchbay.adapter.vault.MasterKeyChange;
import dev.patchbay.adapter.vault.NextMasterKey;
import dev.patchbay.adapter.vault.Rewrapping;
import dev.patchbay.adapter.vault.Rotation;
import dev.patchbay.port.Pause;
import dev.patchbay.port.vault.VaultReader;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code ./patchbay keys}: how the keys stand, and turning them. */
final class OperatorKeys {
    static final String USAGE = "usage: ./patchbay keys status | rotate | change-master [--finish | --cancel]";

    /** As long as it takes to know of another process that it has ended, and a little more. */
    private static final int LOOKS = 15;

    private final ApplicationContext context;

    OperatorKeys(ApplicationContext context) {
        this.context = context;
    }

    static boolean isCommand(List<String> args) {
        return switch (String.join(" ", args)) {
            case "status", "rotate", "change-master", "change-master --finish", "change-master --cancel" -> true;
            default -> false;
        };
    }

    /** What came of it, in lines. @param args one of those that {@link #isCommand} accepts */
    String run(List<String> args) {
        MasterKeyChange change = context.getBean(MasterKeyChange.class);
        return switch (String.join(" ", args)) {
            case "rotate" -> rotate();
            case "change-master" -> begin(change);
            case "change-master --finish" -> whenOthersEnded(change::finish);
            case "change-master --cancel" -> whenOthersEnded(change::giveUp);
            default -> String.join("\n", context.getBean(KeyReport.class).lines());
        };
    }

    private String rotate() {
        KeyRotation rotation = context.getBean(KeyRotation.class);
        return switch (rotation.rotate()) {
            case Rotation.Begun(int number) -> progress(rotation, number);
            case Rotation.UnderWay(int number) -> progress(rotation, number);
            case Rotation.MasterKeysChange() ->
                throw new StartRefused(List.of("the master key is being changed; finish or cancel that first:"
                        + " ./patchbay keys change-master --finish, or --cancel"));
        };
    }

    private String progress(KeyRotation rotation, int number) {
        List<VaultReader> behind = rotation.promote();
        if (behind.isEmpty()) {
            return "vault key " + number + " is active; "
                    + context.getBean(Rewrapping.class).left()
                    + " data keys are left to be wrapped again, which running services do by themselves;"
                    + " ./patchbay keys status shows how far they are";
        }
        return "vault key " + number + " is pending: running services read it within seconds, and wrap everything again"
                + " by themselves; ./patchbay keys status shows how far they are";
    }

    private String begin(MasterKeyChange change) {
        var next = context.getBean(NextMasterKey.class)
                .key()
                .orElseThrow(() -> new StartRefused(
                        List.of("set the next master key in NEXT_ENCRYPTION_KEY, NEXT_MASTER_KEY_FILE or"
                                + " NEXT_TRANSIT_KEY first")));
        return words(change.begin(next));
    }

    /** Who has just ended is known to have, some seconds after we came to the store. */
    private String whenOthersEnded(Supplier<MasterChange> step) {
        context.getBean(StoredPresence.class).start();
        MasterChange outcome = step.get();
        for (int looks = 0; outcome instanceof MasterChange.StillRunning && looks < LOOKS; looks++) {
            context.getBean(Pause.class).lasting(Duration.ofSeconds(1));
            outcome = step.get();
        }
        return words(outcome);
    }

    private static String words(MasterChange outcome) {
        return switch (outcome) {
            case MasterChange.BothFit(int keys) ->
                keys + " vault keys open with the old and with the next master key now. Restart every process with the"
                        + " next one as its master key, then run: ./patchbay keys change-master --finish";
            case MasterChange.Finished(String id) ->
                "only master key " + id + " opens the vault keys now. Keep the other one for as long as you keep"
                        + " backups made before";
            case MasterChange.StillRunning(List<VaultReader> processes) ->
                throw new StartRefused(List.of("nothing was changed: processes still run on the other master key: "
                        + processes.stream()
                                .map(one -> one.process() + " on " + one.masterKeyId())
                                .collect(Collectors.joining(", "))));
            case MasterChange.NotBegun() ->
                throw new StartRefused(List.of("nothing was changed: not every vault key has a wrap by this process's"
                        + " master key and another one; run ./patchbay keys change-master with the old master key and"
                        + " the next one set, and --finish with the next one as the master key"));
            case MasterChange.TheSame() ->
                throw new StartRefused(List.of("the next master key is the one in use; nothing was changed"));
        };
    }
}
