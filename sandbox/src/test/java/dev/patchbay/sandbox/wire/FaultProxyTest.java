package dev.patchbay.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final LineServer server = new LineServer();
    private final FaultProxy proxy = FaultProxy.to("127.0.0.1", server.port());

    FaultProxyTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    private static void assertReset(ThrowingCallable call) {
        assertThatExceptionOfType(SocketException.class)
                .isThrownBy(call)
                .withMessageMatching("Connection reset.*|Broken pipe");
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (long until = System.nanoTime() + 5_000_000_000L; !done.getAsBoolean(); ) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.sleep(5);
        }
    }

    private static Duration time(ThrowingCallable call) throws Exception {
        long start = System.nanoTime();
        try {
            call.call();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void a_sound_wire_carries_and_counts_both_ways() throws Exception {
        try (Caller caller = new Caller(proxy)) {
            assertThat(caller.ask("one")).isEqualTo("re: one");
            assertThat(caller.ask("two")).isEqualTo("re: two");

            assertThat(proxy.delivered(Direction.UP)).isEqualTo(8);
            assertThat(proxy.delivered(Direction.DOWN)).isEqualTo(16);
            assertThat(proxy.accepted()).isEqualTo(1);
            assertThat(proxy.open()).isEqualTo(1);
        }
        await(() -> proxy.open() == 0);
        assertThat(server.read()).containsExactly("one", "two", "end of input");
    }

    @Test
    void what_is_large_arrives_whole() throws Exception {
        String large = "x".repeat(1_000_000);
        try (Caller caller = new Caller(proxy)) {
            assertThat(caller.ask(large)).isEqualTo("re: " + large);
        }
    }

    @Test
    void a_dropped_response_was_asked_for_and_only_its_connection_suffers() throws Exception {
        proxy.next(Wire.dropResponse());
        try (Caller first = new Caller(proxy);
                Caller second = new Caller(proxy)) {
            assertReset(() -> first.ask("one"));
            assertThat(server.read()).contains("one");
            assertThat(proxy.delivered(Direction.DOWN)).isZero();
            assertThat(second.ask("two")).isEqualTo("re: two");
        }
    }

    @Test
    void a_running_connection_loses_exactly_the_answer_that_was_meant() throws Exception {
        try (Caller first = new Caller(proxy);
                Caller second = new Caller(proxy)) {
            assertThat(first.ask("begin")).isEqualTo("re: begin");
            proxy.arm(Wire.dropResponse().whenSent("commit"));
            assertThat(first.ask("update")).isEqualTo("re: update");
            first.say("com"); // the text may come in pieces
            await(() -> proxy.delivered(Direction.UP) == 16);

            assertReset(() -> first.ask("mit"));

            assertThat(server.read()).contains("commit");
            assertThat(second.ask("commit")).as("used up").isEqualTo("re: commit");
        }
    }

    @Test
    void an_armed_wire_without_a_cue_takes_the_next_request_of_anybody() throws Exception {
        try (Caller first = new Caller(proxy);
                Caller second = new Caller(proxy)) {
            assertThat(first.ask("one")).isEqualTo("re: one");
            proxy.arm(Wire.dropResponse());

            assertReset(() -> second.ask("two"));

            assertThat(first.ask("three")).isEqualTo("re: three");
        }
    }

    @Test
    void a_request_can_be_cut_off_before_the_server_hears_its_cue() throws Exception {
        proxy.always(Wire.cut(Direction.UP, 0, Ending.RESET).whenSent("commit"));
        try (Caller caller = new Caller(proxy)) {
            assertThat(caller.ask("update")).isEqualTo("re: update");

            assertReset(() -> caller.ask("commit"));

            await(() -> server.read().contains("broken off"));
            assertThat(server.read()).doesNotContain("commit");
        }
    }

    @Test
    void an_answer_is_cut_after_so_many_bytes() throws Exception {
        proxy.next(Wire.cut(Direction.DOWN, 5, Ending.CLOSE), Wire.cut(Direction.DOWN, 5, Ending.RESET));
        try (Caller closed = new Caller(proxy);
                Caller reset = new Caller(proxy)) {
            assertThat(closed.ask("one")).isEqualTo("re: o");
            assertReset(() -> {
                reset.ask("one");
                reset.hear();
            });
            assertThat(proxy.delivered(Direction.DOWN)).isEqualTo(10);
        }
    }

    @Test
    void a_request_is_cut_after_so_many_bytes() throws Exception {
        proxy.next(Wire.cut(Direction.UP, 4, Ending.CLOSE));
        try (Caller caller = new Caller(proxy)) {
            caller.say("one\ntwo\n");
            await(() -> server.read().size() == 2);

            assertThat(server.read().getFirst()).isEqualTo("one");
            assertThat(server.read()).doesNotContain("two");
        }
    }

    @Test
    void half_of_a_connection_can_end() throws Exception {
        proxy.next(Wire.cut(Direction.UP, 4, Ending.HALF_CLOSE));
        try (Caller caller = new Caller(proxy)) {
            assertThat(caller.ask("one")).as("the answer still comes").isEqualTo("re: one");
            caller.say("two\n");
            await(() -> server.read().contains("end of input"));

            assertThat(server.read()).containsExactly("one", "end of input");
        }
    }

    @Test
    void a_blackhole_takes_everything_and_needs_no_server() throws Exception {
        server.close();
        proxy.always(Wire.blackhole());
        try (Caller caller = new Caller(proxy).patientFor(200)) {
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> caller.ask("one"));
        }
        await(() -> proxy.open() == 0);
    }

    @Test
    void a_running_connection_falls_into_the_blackhole_and_stays_there() throws Exception {
        try (Caller caller = new Caller(proxy).patientFor(200)) {
            assertThat(caller.ask("one")).isEqualTo("re: one");
            proxy.always(Wire.blackhole());
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> caller.ask("two"));
            proxy.wellAgain();

            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> caller.ask("three"));
            assertThat(server.read()).containsExactly("one");
        }
        try (Caller caller = new Caller(proxy)) {
            assertThat(caller.ask("four")).isEqualTo("re: four");
        }
    }

    @Test
    void a_swallowed_answer_leaves_the_caller_waiting() throws Exception {
        proxy.next(Wire.swallow(Direction.DOWN));
        try (Caller caller = new Caller(proxy).patientFor(200)) {
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> caller.ask("one"));
            assertThat(server.read()).containsExactly("one");
        }
    }

    @Test
    void what_was_stalled_arrives_when_all_is_well() throws Exception {
        try (Caller caller = new Caller(proxy).patientFor(200)) {
            assertThat(caller.ask("one")).isEqualTo("re: one");
            proxy.always(Wire.stalled());
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> caller.ask("two"));
            assertThat(server.read()).containsExactly("one");

            proxy.wellAgain();

            assertThat(caller.patientFor(5_000).hear()).isEqualTo("re: two");
        }
    }

    @Test
    void latency_holds_each_burst_back_and_can_change_while_a_connection_runs() throws Exception {
        try (Caller caller = new Caller(proxy)) {
            assertThat(time(() -> caller.ask("one"))).isLessThan(SHORT);
            proxy.always(Wire.latency(Direction.DOWN, SHORT, Duration.ofMillis(50)));
            assertThat(time(() -> caller.ask("two"))).isGreaterThanOrEqualTo(SHORT);
            proxy.always(Wire.latency(SHORT, Duration.ZERO));
            assertThat(time(() -> caller.ask("three"))).isGreaterThanOrEqualTo(SHORT.multipliedBy(2));
            proxy.wellAgain();
            assertThat(time(() -> caller.ask("four"))).isLessThan(SHORT);
        }
    }

    @Test
    void a_throttled_wire_takes_its_time() throws Exception {
        proxy.next(Wire.throttle(Direction.DOWN, 1_000));
        try (Caller caller = new Caller(proxy)) {
            assertThat(time(() -> caller.ask("x".repeat(496))))
                    .isBetween(Duration.ofMillis(400), Duration.ofSeconds(3));
        }
    }

    @Test
    void nobody_listens_until_all_is_well() throws Exception {
        int port = proxy.port();
        try (Caller running = new Caller(proxy)) {
            assertThat(running.ask("one")).isEqualTo("re: one");
            proxy.always(Wire.refused());

            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Caller(proxy));
            assertThat(running.ask("two")).as("it goes on").isEqualTo("re: two");
        }
        proxy.wellAgain();
        try (Caller caller = new Caller(proxy)) {
            assertThat(caller.ask("three")).isEqualTo("re: three");
        }
        assertThat(proxy.port()).isEqualTo(port);
    }

    @Test
    void the_next_connection_can_be_reset_at_once() throws Exception {
        proxy.next(Wire.refused());
        try (Caller first = new Caller(proxy);
                Caller second = new Caller(proxy)) {
            assertReset(() -> first.ask("one"));
            assertThat(second.ask("two")).isEqualTo("re: two");
        }
        assertThat(server.read()).doesNotContain("one");
    }

    @Test
    void all_connections_can_be_cut_now() throws Exception {
        try (Caller first = new Caller(proxy);
                Caller second = new Caller(proxy)) {
            assertThat(first.ask("one")).isEqualTo("re: one");
            assertThat(second.ask("two")).isEqualTo("re: two");

            proxy.cutAll();

            assertReset(() -> first.ask("three"));
            assertReset(() -> second.ask("four"));
            await(() -> server.read().size() == 4);
            assertThat(server.read()).containsExactly("one", "two", "broken off", "broken off");
        }
        try (Caller caller = new Caller(proxy)) {
            assertThat(caller.ask("five")).isEqualTo("re: five");
        }
    }

    @Test
    void a_server_that_is_down_shows_as_a_reset() throws Exception {
        server.close();
        // Somebody else would get the port otherwise, perhaps the caller, and answer there.
        try (Socket _ = boundTo(server.port());
                Caller caller = new Caller(proxy)) {
            assertReset(() -> caller.ask("one"));
        }
    }

    /** A socket that was closed while somebody accepted on it listens until they have noticed. */
    private static Socket boundTo(int port) throws Exception {
        for (int tries = 0; ; tries++) {
            Socket socket = new Socket();
            try {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress("127.0.0.1", port));
                return socket;
            } catch (BindException e) {
                socket.close();
                if (tries == 200) {
                    throw e;
                }
                Thread.sleep(10);
            }
        }
    }

    @Test
    void closing_ends_connections_that_wait() throws Exception {
        proxy.always(Wire.latency(Duration.ofMinutes(1), Duration.ZERO));
        try (Caller caller = new Caller(proxy)) {
            caller.say("one\n");
            await(() -> proxy.open() == 1);

            assertThat(time(proxy::close)).isLessThan(Duration.ofSeconds(4));

            assertReset(caller::hear);
        }
    }

    @Test
    void wires_can_be_combined() throws Exception {
        proxy.next(Wire.latency(Direction.DOWN, SHORT, Duration.ZERO).and(Wire.cut(Direction.DOWN, 3, Ending.CLOSE)));
        try (Caller caller = new Caller(proxy)) {
            assertThat(time(() -> assertThat(caller.ask("one")).isEqualTo("re:")))
                    .isGreaterThanOrEqualTo(SHORT);
        }
    }

    @Test
    void orders_without_sense_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wire.throttle(Direction.UP, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Wire.cut(Direction.UP, -1, Ending.CLOSE));
        assertThatIllegalArgumentException().isThrownBy(() -> Wire.latency(SHORT.negated(), SHORT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wire.dropResponse().whenSent("x".repeat(257)));
    }
}
