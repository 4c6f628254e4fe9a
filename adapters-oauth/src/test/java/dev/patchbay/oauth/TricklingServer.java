package dev.patchbay.oauth;

import java.io.IOException;
import java.net.Socket;

/** Sends headers at once and a body that never ends, one byte at a time. */
final class TricklingServer extends RawServer {
    @Override
    boolean answer(Socket socket, int number) throws IOException {
        write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n");
        try {
            while (true) {
                write(socket, " ");
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
