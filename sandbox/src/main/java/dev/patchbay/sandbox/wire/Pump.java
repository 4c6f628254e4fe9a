package dev.patchbay.sandbox.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/** Moves the bytes of one direction of a link, as its wire lets them. */
final class Pump implements Runnable {
    private static final int BURST = 16 * 1024;
    private static final int SLICES_PER_SECOND = 20;
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Link link;
    private final Direction direction;
    private final Orders orders;
    private final RandomGenerator random;
    private final LongAdder delivered;
    private long due = System.nanoTime();

    Pump(Link link, Direction direction, Orders orders, RandomGenerator random, LongAdder delivered) {
        this.link = link;
        this.direction = direction;
        this.orders = orders;
        this.random = random;
        this.delivered = delivered;
    }

    @Override
    public void run() {
        try {
            move();
            moving();
            if (!link.isDeaf(direction) && !link.hasEnded()) {
                link.to(direction).shutdownOutput();
            }
            link.endOf(direction);
        } catch (IOException e) {
            link.end(Ending.RESET); // one side broke off, so the other has to see that too
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            link.end(Ending.RESET);
        }
    }

    private void move() throws IOException, InterruptedException {
        byte[] burst = new byte[BURST];
        InputStream in = link.from(direction).getInputStream();
        for (int count = in.read(burst); count >= 0 && !link.hasEnded(); count = in.read(burst)) {
            if (direction == Direction.UP) {
                link.hear(burst, count);
            }
            Flow flow = moving();
            if (!link.isDeaf(direction)) {
                rest(late(flow));
                pass(flow, burst, count);
            }
        }
    }

    /** Waits while nothing moves, and says how it moves then. */
    private Flow moving() throws InterruptedException {
        Flow flow = link.flow(direction);
        while (flow.stalls() && !link.hasEnded()) {
            orders.awaitChange(GLANCE);
            flow = link.flow(direction);
        }
        if (flow.swallows()) {
            link.deafen(direction); // what came after a gap would be no more than noise
        }
        return flow;
    }

    private long late(Flow flow) {
        long jitter = flow.jitter().toNanos();
        return flow.delay().toNanos() + (jitter == 0 ? 0 : random.nextLong(jitter));
    }

    private void pass(Flow flow, byte[] burst, int count) throws IOException, InterruptedException {
        long room = link.room(direction);
        int whole = (int) Math.min(count, room);
        link.pass(direction, whole);
        write(burst, whole, flow.bytesPerSecond());
        if (whole < room) {
            return;
        }
        if (flow.ending() == Ending.HALF_CLOSE) {
            link.deafen(direction);
            link.to(direction).shutdownOutput();
        } else {
            link.end(flow.ending());
        }
    }

    private void write(byte[] burst, int count, long bytesPerSecond) throws IOException, InterruptedException {
        OutputStream out = link.to(direction).getOutputStream();
        int slice = (int) Math.clamp(bytesPerSecond / SLICES_PER_SECOND, 1, BURST);
        for (int sent = 0; sent < count; sent += slice) {
            int now = Math.min(slice, count - sent);
            delivered.add(now); // first, so that whoever has read the bytes finds them counted
            out.write(burst, sent, now);
            if (bytesPerSecond < Flow.ALL) {
                due = Math.max(due, System.nanoTime()) + now * TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
                rest(due - System.nanoTime());
            }
        }
    }

    private void rest(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !link.hasEnded() && !orders.isClosed(); left = until - System.nanoTime()) {
            orders.awaitChange(Duration.ofNanos(left).plusMillis(1)); // whole milliseconds, so one more
        }
        if (orders.isClosed()) {
            link.end(Ending.RESET); // or what was held back would now arrive early
        }
    }
}
