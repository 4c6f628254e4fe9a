package dev.patchbay.port.connection;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.ConnectionFixture;
import dev.patchbay.port.Race;
import dev.patchbay.port.connection.Spool.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Spool} keeps. */
public abstract class SpoolContract {

    /** The spool under test: empty when a test begins. */
    protected abstract Spool spool();

    /** The spool as a process finds it that starts now, after the one before ended. */
    protected abstract Spool afterRestart();

    @Test
    void what_was_kept_is_there_whole_also_after_a_restart() {
        byte[] long8k = new byte[8192 + 256];
        Arrays.fill(long8k, (byte) 0xE2);
        SealedSecret envelope = new SealedSecret(long8k);
        List<Entry> kinds = List.of(
                entry(aConnection()),
                entry(aConnection()
                        .at(SOUNDCLOUD)
                        .withoutRefreshToken()
                        .withEndlessConsent()
                        .granted()
                        .version(Long.MAX_VALUE)),
                entry(aConnection().holding(new SealedTokens("beärer=\\ #!\n:", envelope, Optional.of(envelope)))),
                entry(aConnection().madeWith(new ClientAppId(SOUNDCLOUD, " 🎧 é=\\u0041\n"))));

        kinds.forEach(this::kept);

        assertThat(spool().entries()).isEqualTo(kinds);
        assertThat(afterRestart().entries()).isEqualTo(kinds);
    }

    @Test
    void the_oldest_comes_first() {
        List<Entry> entries = new ArrayList<>(
                IntStream.range(0, 30).mapToObj(i -> entry(aConnection())).toList());
        Collections.shuffle(entries, new Random(7));

        entries.forEach(this::kept);

        assertThat(spool().entries()).isEqualTo(entries);
    }

    @Test
    void what_was_dropped_is_gone_for_good_and_only_that() {
        Entry first = kept(entry(aConnection()));
        Entry second = kept(entry(aConnection()));

        spool().drop(first);
        spool().drop(first);

        assertThat(spool().entries()).containsExactly(second);
        assertThat(afterRestart().entries()).containsExactly(second);
        afterRestart().drop(second);
        assertThat(spool().entries()).isEmpty();
    }

    @Test
    void what_is_kept_twice_is_there_once() {
        Entry entry = kept(entry(aConnection()));
        kept(entry);

        assertThat(spool().entries()).containsExactly(entry);
        spool().drop(entry);
        assertThat(spool().entries()).isEmpty();
    }

    @Test
    void two_grants_for_the_same_version_are_both_kept_and_dropped_singly() {
        Connection connection = aConnection().build();
        Entry one = kept(entry(connection, new SealedSecret(new byte[] {1})));
        Entry other = kept(entry(connection, new SealedSecret(new byte[] {2})));

        spool().drop(one);

        assertThat(spool().entries()).containsExactly(other);
    }

    @Test
    void many_threads_may_keep_and_drop_at_once() {
        List<Callable<List<Entry>>> steps = Collections.nCopies(Race.RUNNERS, () -> {
            List<Entry> mine = IntStream.range(0, 10)
                    .mapToObj(i -> kept(entry(aConnection())))
                    .toList();
            mine.subList(0, 5).forEach(spool()::drop);
            return mine.subList(5, 10);
        });

        List<Entry> left = Race.between(steps).stream().flatMap(List::stream).toList();

        assertThat(spool().entries()).containsExactlyInAnyOrderElementsOf(left);
    }

    private Entry kept(Entry entry) {
        assertThat(spool().keep(entry)).isTrue();
        return entry;
    }

    private static Entry entry(ConnectionFixture fixture) {
        Connection connection = fixture.build();
        return entry(connection, connection.tokens());
    }

    private static Entry entry(Connection connection, SealedSecret access) {
        return entry(
                connection,
                new SealedTokens("Bearer", access, connection.tokens().refreshToken()));
    }

    private static Entry entry(Connection connection, SealedTokens tokens) {
        return new Entry(
                connection.id(),
                connection.account(),
                connection.platform(),
                connection.app(),
                connection.version(),
                tokens,
                connection.scopes(),
                connection.clocks());
    }
}
