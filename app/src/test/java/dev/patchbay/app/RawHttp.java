package dev.patchbay.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Says things to a server that no client library would say. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;

    RawHttp(URI service) {
        this.port = service.getPort();
    }

    /** What came back, as it came. */
    record Answer(int status, String head, String body) {
        /** The first of that name. */
        Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    Socket open() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Says that, and that there will be no more. @return the first answer; empty when they hung up without one */
    Optional<Answer> ask(byte[] request) {
        try (Socket socket = open()) {
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException hungUp) {
                // An answer may have come before that.
            }
            return first(socket.getInputStream());
        } catch (SocketTimeoutException hangs) {
            throw new AssertionError("neither answered nor hung up on: " + shown(request), hangs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String shown(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }

    /** A stream of events has none: its beginning is enough. */
    private static byte[] readToEnd(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            all.write(some, 0, read);
            String text = all.toString(StandardCharsets.ISO_8859_1);
            if (text.toLowerCase(Locale.ROOT).contains("content-type: text/event-stream")
                    && text.contains("\r\n\r\n")) {
                break;
            }
        }
        return all.toByteArray();
    }

    private static Optional<Answer> first(InputStream in) throws IOException {
        byte[] all;
        try {
            all = readToEnd(in);
        } catch (SocketTimeoutException hangs) {
            throw hangs;
        } catch (IOException reset) {
            return Optional.empty();
        }
        String text = new String(all, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("HTTP/1.")) {
            return Optional.empty();
        }
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        return Optional.of(
                new Answer(Integer.parseInt(head.substring(9, 12)), head, end < 0 ? "" : text.substring(end + 4)));
    }
}
