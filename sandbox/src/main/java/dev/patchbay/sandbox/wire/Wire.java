package dev.patchbay.sandbox.wire;

import java.time.Duration;
import java.util.Optional;

/** How a connection behaves. Immutable; order it with {@link FaultProxy#next}, {@code always} or {@code arm}. */
public final class Wire {
    private final Flow up;
    private final Flow down;
    private final boolean refused;
    private final Optional<String> cue;

    private Wire(Flow up, Flow down, boolean refused, Optional<String> cue) {
        this.up = up;
        this.down = down;
        this.refused = refused;
        this.cue = cue;
    }

    private static Wire of(Direction direction, Flow flow) {
        return switch (direction) {
            case UP -> new Wire(flow, Flow.SOUND, false, Optional.empty());
            case DOWN -> new Wire(Flow.SOUND, flow, false, Optional.empty());
        };
    }

    private static Wire bothWays(Flow flow) {
        return new Wire(flow, flow, false, Optional.empty());
    }

    /** Everything arrives. */
    public static Wire sound() {
        return bothWays(Flow.SOUND);
    }

    /**
     * No new connection. As the lasting wire: nobody listens, and the system refuses. As the next one: accepted, since
     * the system asks nobody before it accepts, and reset at once. Running connections go on.
     */
    public static Wire refused() {
        return new Wire(Flow.SOUND, Flow.SOUND, true, Optional.empty());
    }

    /** Connections are accepted, and all that is sent is lost: the server never hears of it. */
    public static Wire blackhole() {
        return bothWays(Flow.SWALLOWED);
    }

    /** What goes this way is lost. A direction that has lost something stays deaf for the connection's life. */
    public static Wire swallow(Direction direction) {
        return of(direction, Flow.SWALLOWED);
    }

    /** Nothing moves, and nothing is lost: all of it arrives when the connection gets a better wire. */
    public static Wire stalled() {
        return bothWays(Flow.STALLED);
    }

    /** As {@link #stalled()}, one way only. */
    public static Wire stalled(Direction direction) {
        return of(direction, Flow.STALLED);
    }

    /** Each burst of bytes (up to 16 KiB) is late by {@code delay} and up to {@code jitter} more, both ways. */
    public static Wire latency(Duration delay, Duration jitter) {
        return bothWays(Flow.late(delay, jitter));
    }

    /** As {@link #latency(Duration, Duration)}, one way only. */
    public static Wire latency(Direction direction, Duration delay, Duration jitter) {
        return of(direction, Flow.late(delay, jitter));
    }

    /** At most this many bytes a second go this way. */
    public static Wire throttle(Direction direction, long bytesPerSecond) {
        return of(direction, Flow.slow(bytesPerSecond));
    }

    /**
     * This many bytes go this way, counted from when the wire takes effect, and then the connection is cut. With 0 the
     * first byte to come cuts it and does not arrive.
     */
    public static Wire cut(Direction direction, long bytes, Ending ending) {
        return of(direction, Flow.cut(bytes, ending));
    }

    /**
     * The request arrives whole; as soon as the server begins to answer, and so has processed it, the connection is
     * reset, and nothing of the answer arrives. To lose the answer in silence instead, {@link #swallow} what goes down.
     */
    public static Wire dropResponse() {
        return cut(Direction.DOWN, 0, Ending.RESET);
    }

    /** Both at once, such as late and slow. The cue is this one's, or else the other's. */
    public Wire and(Wire other) {
        return new Wire(up.and(other.up), down.and(other.down), refused || other.refused, cue.or(() -> other.cue));
    }

    /**
     * The same, but sound until the client sends this text (ASCII, such as {@code COMMIT}); it takes effect before the
     * bytes that hold the end of the text go on, so that these can be cut off too. Empty text means any byte.
     */
    public Wire whenSent(String text) {
        if (text.length() > Upstream.LONGEST_TEXT) {
            throw new IllegalArgumentException("no more than " + Upstream.LONGEST_TEXT + " characters are looked for");
        }
        return new Wire(up, down, refused, Optional.of(text));
    }

    Flow flow(Direction direction) {
        return switch (direction) {
            case UP -> up;
            case DOWN -> down;
        };
    }

    boolean isRefused() {
        return refused;
    }

    boolean isBlackhole() {
        return up.swallows() && down.swallows() && cue.isEmpty();
    }

    /** What the client has to send before this takes effect; empty if nothing. */
    Optional<String> cue() {
        return cue;
    }
}
