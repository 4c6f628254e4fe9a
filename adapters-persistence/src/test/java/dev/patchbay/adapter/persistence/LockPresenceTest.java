package dev.patchbay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.connection.PresenceContract;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LockPresenceTest extends PresenceContract {

    private static final LockPresence.Line LINE = PresenceFactory.line(Schema.settings(
            MariaDbServer.shared().freshSchema(), MariaDbServer.shared().user()));

    private final AtomicLong nanos = new AtomicLong();
    private final List<StoredPresence> all = new ArrayList<>();
    private boolean serverIsAway;

    @AfterEach
    void everybody_ends() {
        all.forEach(StoredPresence::close);
    }

    @Override
    protected Presence started() {
        LockPresence presence = settling();
        presence.start();
        nanos.addAndGet(LockPresence.SETTLED.toNanos());
        return presence;
    }

    @Override
    protected void end(Presence process) {
        ((StoredPresence) process).close();
        Presence witness = started();
        eventually(() -> witness.isGone(process.me()));
    }

    @Test
    void who_lives_is_not_gone_for_anybody() {
        Presence one = started();
        Presence other = started();

        assertThat(one.isGone(other.me())).isFalse();
        assertThat(other.isGone(one.me())).isFalse();
    }

    @Test
    void who_never_was_is_gone() {
        assertThat(started().isGone(UUID.randomUUID().toString())).isTrue();
    }

    @Test
    void nobody_is_gone_until_everybody_had_time_to_come_back() {
        LockPresence presence = settling();
        presence.start();

        nanos.addAndGet(LockPresence.SETTLED.toNanos() - 1);
        assertThat(presence.isGone("somebody")).isFalse();
        nanos.incrementAndGet();
        assertThat(presence.isGone("somebody")).isTrue();
    }

    @Test
    void who_was_not_started_knows_of_nobody() {
        LockPresence presence = settling();
        nanos.addAndGet(LockPresence.SETTLED.toNanos());

        assertThat(presence.isGone("somebody")).isFalse();
    }

    @Test
    void who_loses_the_server_knows_nothing_takes_its_lock_again_and_waits_anew() throws SQLException {
        Presence witness = started();
        Presence one = started();
        cutOff(one);

        assertThat(one.isGone("somebody")).isFalse();
        eventually(() -> !witness.isGone(one.me()));
        assertThat(one.isGone("somebody")).as("back, but not for long").isFalse();

        nanos.addAndGet(LockPresence.SETTLED.toNanos());
        assertThat(one.isGone("somebody")).isTrue();
    }

    @Test
    void while_the_server_is_away_nobody_is_gone() throws SQLException {
        Presence one = started();
        Presence other = started();
        serverIsAway = true;
        cutOff(one);

        assertThat(one.isGone("somebody")).isFalse();
        assertThat(one.isGone(other.me())).isFalse();
        assertThatThrownBy(settling()::start).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void a_name_that_no_lock_can_have_is_not_known_to_be_gone() {
        Presence one = started();

        assertThat(one.isGone("x".repeat(55))).isTrue();
        assertThat(one.isGone("x".repeat(56))).isFalse();
    }

    @Test
    void starting_and_ending_twice_is_harmless_and_the_end_is_final() {
        LockPresence one = settling();
        one.start();
        one.start();
        one.close();
        one.close();
        one.start();
        nanos.addAndGet(LockPresence.SETTLED.toNanos());

        assertThat(one.isGone("somebody")).isFalse();
    }

    private LockPresence settling() {
        LockPresence presence =
                new LockPresence(UUID.randomUUID().toString(), this::open, LockPresence.SETTLED, nanos::get);
        all.add(presence);
        return presence;
    }

    private Connection open() throws SQLException {
        if (serverIsAway) {
            throw new SQLException("away", "08S01");
        }
        return LINE.open();
    }

    private static void cutOff(Presence process) throws SQLException {
        try (Connection other = LINE.open();
                PreparedStatement kill = other.prepareStatement("KILL ?")) {
            kill.setLong(1, session(process));
            kill.execute();
        }
    }

    /** Which of the server's sessions holds that process's lock. */
    private static long session(Presence process) throws SQLException {
        try (Connection other = LINE.open()) {
            return Statements.one(
                            other,
                            "SELECT IS_USED_LOCK(?)",
                            values -> values.text("patchbay:" + process.me()),
                            row -> row.getLong(1))
                    .orElseThrow();
        }
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
