package dev.patchbay.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real one. What Linux says of a process is in {@code /proc}; elsewhere it is taken to allow everything. */
public final class ThisMachine implements Machine {
    private static final int CAP_NET_BIND_SERVICE = 10;
    private static final int USUAL_FIRST = 1024;
    private static final Pattern CAPABILITIES = Pattern.compile("(?m)^CapEff:\\s*([0-9a-fA-F]{1,16})$");
    private static final Pattern OPEN_FILES = Pattern.compile("(?m)^Max open files\\s+(\\d+|unlimited)");

    @Override
    public List<InetAddress> addressesOf(String name) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(name));
    }

    @Override
    public List<InetAddress> own() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(one -> !one.isLoopbackAddress() && !one.isLinkLocalAddress())
                    .map(ThisMachine::withoutInterface)
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    /** One of IPv6 has its interface in it, which no name's address has. */
    private static InetAddress withoutInterface(InetAddress one) {
        try {
            return InetAddress.getByAddress(one.getAddress());
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean mayListenOn(int port) {
        int first = read("/proc/sys/net/ipv4/ip_unprivileged_port_start")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .orElse(USUAL_FIRST);
        if (port >= first) {
            return true;
        }
        Optional<Matcher> mine =
                read("/proc/self/status").map(CAPABILITIES::matcher).filter(Matcher::find);
        return mine.map(found -> ((Long.parseUnsignedLong(found.group(1), 16) >> CAP_NET_BIND_SERVICE) & 1) == 1)
                .orElse(true);
    }

    @Override
    public long usableBytes(Path where) throws IOException {
        return Files.getFileStore(where).getUsableSpace();
    }

    @Override
    public OptionalLong mostOpenFiles() {
        Optional<String> said = read("/proc/self/limits")
                .map(OPEN_FILES::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
        return said.filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    @Override
    public int javaVersion() {
        return Runtime.version().feature();
    }

    private static Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
