package dev.patchbay.app.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** What this machine says of itself and of names. Safe for many threads. */
public interface Machine {
    /** The addresses of a name, of both families. @throws UnknownHostException when it has none */
    List<InetAddress> addressesOf(String name) throws UnknownHostException;

    /** The addresses of this machine's own interfaces, without loopback and link-local ones. */
    List<InetAddress> own();

    /** Whether this process is allowed to listen on a port of that number, be it free or not. */
    boolean mayListenOn(int port);

    /** How many bytes this user may still write to the disk of that file or folder, which is there. */
    long usableBytes(Path where) throws IOException;

    /** How many files and connections a process may have open; empty when the system does not say. */
    OptionalLong mostOpenFiles();

    /** Java's feature version. */
    int javaVersion();
}
