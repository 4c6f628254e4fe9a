package dev.patchbay.app;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an operator's commands reach a running service that has its database to itself: a socket beside the database's files, which nobody
 * but the service's own user can open. Words go in, one to a line; what came of them comes back, or why they were refused.
 */
final class OperatorDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorDesk.class);
    private static final int MOST_BYTES = 4096;
    private static final String DONE = "done\n";
    private static final String REFUSED = "refused\n";

    private final Path socket;
    private final ServerSocketChannel server;
    private final Function<List<String>, String> act;

    private OperatorDesk(Path socket, ServerSocketChannel server, Function<List<String>, String> act) {
        this.socket = socket;
        this.server = server;
        this.act = act;
    }

    /**
     * Opens it. A socket that a killed process left is no one's any more: whoever has the database is the only one.
     *
     * @return empty when it cannot be; the log says why, and commands need the service stopped then
     */
    static Optional<OperatorDesk> open(Path socket, Function<List<String>, String> act) {
        try {
            Files.deleteIfExists(socket);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            OperatorDesk desk = new OperatorDesk(socket, server, act);
            Thread.ofVirtual().name("operator-desk").start(desk::serve);
            return Optional.of(desk);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("operator's commands need the service stopped: {} cannot be opened ({})", socket, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Asks the service that runs.
     *
     * @return empty when none does
     * @throws StartRefused when it refuses, with its reasons
     */
    static Optional<String> ask(Path socket, List<String> words) {
        if (Files.notExists(socket)) {
            return Optional.empty();
        }
        String answer;
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(ByteBuffer.wrap(String.join("\n", words).getBytes(StandardCharsets.UTF_8)));
            channel.shutdownOutput();
            answer = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException nobodyListens) {
            return Optional.empty();
        }
        if (answer.startsWith(DONE)) {
            return Optional.of(answer.substring(DONE.length()));
        }
        throw new StartRefused(
                answer.startsWith(REFUSED)
                        ? answer.substring(REFUSED.length()).lines().toList()
                        : List.of("the service stopped before it had answered; run it again"));
    }

    private void serve() {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                Thread.ofVirtual().name("operator").start(() -> answer(channel));
            } catch (IOException closedOrBroken) {
                LOG.debug("the operator's desk is closed");
                return;
            }
        }
    }

    private void answer(SocketChannel channel) {
        try (channel) {
            byte[] asked = Channels.newInputStream(channel).readNBytes(MOST_BYTES);
            String answer =
                    answer(new String(asked, StandardCharsets.UTF_8).lines().toList());
            Channels.newOutputStream(channel).write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            LOG.debug("an operator did not wait for the answer");
        }
    }

    private String answer(List<String> words) {
        try {
            return DONE + act.apply(words);
        } catch (StartRefused refused) {
            return REFUSED + String.join("\n", refused.lines());
        } catch (RuntimeException defect) {
            LOG.error("an operator's command failed", defect);
            return REFUSED + "it failed; the service's log says why";
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.debug("the operator's desk is not cleared away");
        }
    }
}
