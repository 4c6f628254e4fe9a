package dev.patchbay.oauth;

import java.io.IOException;
import java.net.Socket;

/** Answers the first request and keeps the connection; reads every later one and closes without a byte. */
final class ClosingServer extends RawServer {
    @Override
    boolean answer(Socket socket, int number) throws IOException {
        if (number == 1) {
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\n{}");
            return true;
        }
        return false;
    }
}
