package dev.patchbay.faults.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spreads requests over those processes that say they are ready, as haproxy with {@code httpchk} would. It
 * repeats nothing: a request that fails at a process fails for the client.
 */
public final class Balancer implements AutoCloseable {
    private static final Duration CHECK = Duration.ofMillis(250);
    private static final int PATIENCE_MILLIS = 30_000;
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+)\\s*$");

    private final List<Service> services;
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Service> ready = List.of();

    private Balancer(List<Service> services, ServerSocket listener) {
        this.services = services;
        this.listener = listener;
    }

    /** One before these services; takes them to be ready until they say that they are not. */
    public static Balancer before(List<Service> services) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        Balancer balancer = new Balancer(List.copyOf(services), listener);
        balancer.ready = balancer.services;
        balancer.threads.execute(balancer::watch);
        balancer.threads.execute(balancer::accept);
        return balancer;
    }

    /** Where clients go. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** A process too busy to say is left where it is. */
    private void check() {
        List<Service> before = ready;
        ready = services.stream()
                .filter(one -> switch (one.askReadiness()) {
                    case READY -> true;
                    case NOT_READY -> false;
                    case SILENT -> before.contains(one);
                })
                .toList();
    }

    private void watch() {
        while (!listener.isClosed()) {
            check();
            try {
                Thread.sleep(CHECK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(PATIENCE_MILLIS);
            String head = head(client.getInputStream());
            List<Service> now = ready;
            if (head.isEmpty() || now.isEmpty()) {
                return;
            }
            try (Socket server = connect(now)) {
                server.setSoTimeout(PATIENCE_MILLIS);
                String once = head.replaceFirst("\r\n", "\r\nConnection: close\r\n");
                server.getOutputStream().write(once.getBytes(StandardCharsets.ISO_8859_1));
                server.getOutputStream().write(client.getInputStream().readNBytes(bodyLength(head)));
                server.getInputStream().transferTo(client.getOutputStream());
            }
        } catch (IOException failed) {
            // The client finds its connection closed, and writes that down.
        }
    }

    /** To the next one whose turn it is and who takes connections: nothing has been sent to one that does not. */
    private Socket connect(List<Service> now) throws IOException {
        // Others take turns meanwhile, so each who has one counts on from it alone, and meets everybody.
        int first = turn.getAndIncrement();
        for (int tries = 1; ; tries++) {
            Service chosen = now.get(Math.floorMod(first + tries, now.size()));
            try {
                return new Socket(
                        InetAddress.getLoopbackAddress(), chosen.address().getPort());
            } catch (ConnectException refused) {
                if (tries == now.size()) {
                    throw refused;
                }
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            bytes.write(b);
            if (b == '\n' && bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return bytes.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    /** Clients that send a body without saying how long it is are not served here. */
    private static int bodyLength(String head) {
        Matcher length = CONTENT_LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
