package dev.patchbay.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.connection.PresenceContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenPresenceTest extends PresenceContract {

    private final List<String> ended = new ArrayList<>();
    private int starts;

    @Override
    protected Presence started() {
        GivenPresence process = GivenPresence.of("process-" + ++starts);
        ended.forEach(process::ended);
        return process;
    }

    @Override
    protected void end(Presence process) {
        ended.add(process.me());
    }

    @Test
    void nobody_is_gone_of_whom_nothing_was_told() {
        assertThat(started().isGone("somebody")).isFalse();
    }
}
