package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Turning keys as an operator does. {@code KeysTurnTest} in {@code fault-tests} turns them under load. */
class TurningKeysTest {
    @TempDir
    Path folder;

    @Test
    void an_operator_sees_and_turns_the_keys() {
        try (World world = World.usual()) {
            Map<String, String> settings = new HashMap<>(world.settings(folder));
            try (Patchbay service = Patchbay.start(settings)) {
                assertThat(service.address()).isNotNull();
            }

            assertThat(Operator.run(settings, List.of("keys", "rotate"))).contains("vault key 2 is active");
            assertThat(Operator.run(settings, List.of("keys", "status")))
                    .contains("vault key 1 only unwraps", "vault key 2 is active", "no process serves");

            Map<String, String> both = new HashMap<>(settings);
            both.put("NEXT_ENCRYPTION_KEY", "9f1c0b7ae25d438861f4c3d29e07ab5560d8127b3ecf94a1726a5e0d83b9f24c");
            assertThat(Operator.run(both, List.of("keys", "change-master")))
                    .startsWith("2 vault keys open with the old");
            Map<String, String> next = new HashMap<>(settings);
            next.put("ENCRYPTION_KEY", both.get("NEXT_ENCRYPTION_KEY"));
            try (Patchbay service = Patchbay.start(next)) {
                assertThat(service.address()).isNotNull();
            }
            assertThat(Operator.run(next, List.of("keys", "change-master", "--finish")))
                    .contains("opens the vault keys now");
            assertThat(catchThrowableOfType(StartRefused.class, () -> Operator.run(settings, List.of("keys", "status")))
                            .lines())
                    .singleElement()
                    .asString()
                    .startsWith("Wrong master key");
            assertThat(catchThrowableOfType(StartRefused.class, () -> Operator.run(next, List.of("keys", "turn")))
                            .lines())
                    .containsExactly(OperatorKeys.USAGE);
        }
    }
}
