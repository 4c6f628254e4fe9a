package dev.patchbay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.connection.PresenceContract;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SingleProcessPresenceTest extends PresenceContract {

    @Override
    protected Presence started() {
        StoredPresence presence = new SingleProcessPresence(UUID.randomUUID().toString());
        presence.start();
        return presence;
    }

    @Override
    protected void end(Presence process) {
        ((StoredPresence) process).close();
    }

    @Test
    void whoever_else_had_a_claim_is_gone() {
        assertThat(started().isGone("anybody")).isTrue();
    }
}
