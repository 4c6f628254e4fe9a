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
        byte[] request =
                "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nAccept: application/json\r\n\r\n"
                        .formatted(path, port, bearer)
                        .getBytes(StandardCharsets.US_ASCII);
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<long[]> parts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            Callable<long[]> client = () -> ask(request, end);
            List<Future<long[]>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
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

    private long[] ask(byte[] request, long end) throws IOException {
        long[] latencies = new long[1 << 16];
        int count = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
            for (long now = System.nanoTime(); now < end; ) {
                out.write(request);
                readAnswer(in);
                long after = System.nanoTime();
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, count * 2);
                }
                latencies[count++] = after - now;
                now = after;
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
