package dev.patchbay.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks one address over and over on a number of kept-alive connections. Plain sockets, so that the client takes as little of
 * the machine as it can: it runs beside what it measures. Loopback only, bounded in time.
 */
final class Load {
    private final int port;
    private final int connections;

    Load(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /**
     * What one round came to.
     *
     * @param latenciesNanos sorted
     */
    @SuppressWarnings("ArrayRecordComponent") // millions of numbers, read in place and never compared
    record Result(double perSecond, long[] latenciesNanos) {
        double percentileMillis(double share) {
            return latenciesNanos[(int) Math.min(latenciesNanos.length - 1L, (long) (latenciesNanos.length * share))]
                    / 1e6;
        }
    }

    Result run(String path, String bearer, Duration time) throws InterruptedException {
        return run(path, List.of(bearer), time);
    }

    /** Asks as fast as answers come, in the name of one after the other. */
    Result run(String path, List<String> bearers, Duration time) throws InterruptedException {
        return run(path, bearers, time, 0);
    }

    /** Asks that often; a latency counts from when a request should have been sent. */
    Result paced(String path, String bearer, Duration time, double perSecond) throws InterruptedException {
        return run(path, List.of(bearer), time, (long) (connections * 1e9 / perSecond));
    }

    private Result run(String path, List<String> bearers, Duration time, long interval) throws InterruptedException {
        List<byte[]> requests =
                bearers.stream().map(bearer -> request(path, bearer)).toList();
        var turn = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<long[]> parts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<long[]>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                long first = begin + interval * i / connections;
                Callable<long[]> client = () -> ask(requests, turn, first, interval, end);
                clients.add(threads.submit(client));
            }
            for (Future<long[]> done : clients) {
                parts.add(done.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load failed", e.getCause());
        }
        long[] all = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(all.length / ((System.nanoTime() - begin) / 1e9), all);
    }

    private byte[] request(String path, String bearer) {
        return "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nAccept: application/json\r\n\r\n"
                .formatted(path, port, bearer)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private long[] ask(List<byte[]> requests, AtomicInteger turn, long first, long interval, long end)
            throws IOException {
        long[] latencies = new long[1 << 16];
        int count = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
            for (long due = first; due < end; ) {
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                out.write(requests.get(Math.floorMod(turn.getAndIncrement(), requests.size())));
                readAnswer(in);
                long after = System.nanoTime();
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, count * 2);
                }
                latencies[count++] = after - due;
                due = interval == 0 ? after : due + interval;
            }
        }
        return Arrays.copyOf(latencies, count);
    }

    private static void readAnswer(InputStream in) throws IOException {
        String status = readLine(in);
        if (!status.contains(" 200 ")) {
            throw new IOException("not answered with 200: " + status);
        }
        int length = -1;
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        if (length < 0) {
            throw new IOException("the answer has no length");
        }
        in.skipNBytes(length);
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
