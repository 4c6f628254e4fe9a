package dev.patchbay.port;

import static dev.patchbay.port.Fixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.port.connection.Spool;
import dev.patchbay.port.connection.SpoolContract;
import org.junit.jupiter.api.Test;

class InMemorySpoolTest extends SpoolContract {

    private final InMemorySpool spool = new InMemorySpool();

    @Override
    protected Spool spool() {
        return spool;
    }

    @Override
    protected Spool afterRestart() {
        return spool;
    }

    @Test
    void a_full_one_keeps_nothing_and_says_so() {
        Connection connection = aConnection().build();
        Spool.Entry entry = new Spool.Entry(
                connection.id(),
                connection.account(),
                connection.platform(),
                connection.app(),
                connection.version(),
                connection.tokens(),
                connection.scopes(),
                connection.clocks());

        spool.fill();
        assertThat(spool.keep(entry)).isFalse();
        assertThat(spool.entries()).isEmpty();

        spool.heal();
        assertThat(spool.keep(entry)).isTrue();
    }
}
