package dev.patchbay.sandbox.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers each line with {@code re: } and the line, and remembers what it has read. */
final class LineServer implements AutoCloseable {
    private final ServerSocket listener;
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final Set<Socket> guests = ConcurrentHashMap.newKeySet();

    LineServer() throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The lines read so far, over all connections. */
    List<String> read() {
        return read;
    }

    private void accept() {
        try {
            while (true) {
                Socket guest = listener.accept();
                guests.add(guest);
                Thread.ofVirtual().start(() -> serve(guest));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket guest) {
        try (guest;
                BufferedReader lines = new BufferedReader(new InputStreamReader(guest.getInputStream(), US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read.add(line);
                guest.getOutputStream().write(("re: " + line + "\n").getBytes(US_ASCII));
            }
            read.add("end of input");
        } catch (IOException e) {
            read.add("broken off");
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket guest : guests) {
            guest.close();
        }
    }
}
