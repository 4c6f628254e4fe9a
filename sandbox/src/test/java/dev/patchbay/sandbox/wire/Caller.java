package dev.patchbay.sandbox.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A client of a {@link LineServer}, through a proxy. */
final class Caller implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;

    private final Socket socket;

    Caller(FaultProxy proxy) throws IOException {
        this.socket = new Socket(InetAddress.getByName("127.0.0.1"), proxy.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    Caller patientFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
        return this;
    }

    void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** Sends a line and reads the answer, without its end of line. */
    String ask(String line) throws IOException {
        say(line + "\n");
        return hear();
    }

    /** Reads up to the end of a line or of the connection. */
    String hear() throws IOException {
        StringBuilder heard = new StringBuilder();
        int next = socket.getInputStream().read();
        while (next >= 0 && next != '\n') {
            heard.append((char) next);
            next = socket.getInputStream().read();
        }
        return heard.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
