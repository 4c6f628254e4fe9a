package dev.patchbay.adapter.acme;

import dev.patchbay.domain.certificate.CertificateName;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.OrderFailure.Obstacle;
import dev.patchbay.port.certificate.ReachesItself;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks for a challenge over plain HTTP at each address of a name, as authorities do. */
final class HttpReachesItself implements ReachesItself {
    private static final int PORT = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** For all of an answer, however slowly it comes. */
    private static final Duration WHOLE = Duration.ofSeconds(12);

    private static final int ENOUGH = 16 * 1024;
    private static final String OFF = "; if only this machine cannot see itself by that name, set ACME_SELF_CHECK=off";

    /** Finds the addresses of a name. */
    @FunctionalInterface
    interface Resolver {
        List<InetAddress> addresses(String host) throws UnknownHostException;
    }

    private final int port;
    private final Resolver resolver;

    HttpReachesItself() {
        this(PORT, host -> List.of(InetAddress.getAllByName(host)));
    }

    HttpReachesItself(int port, Resolver resolver) {
        this.port = port;
        this.resolver = resolver;
    }

    private sealed interface Found {
        record Ours() implements Found {}

        record Other(String what) implements Found {}

        record Nobody(String why) implements Found {}
    }

    @Override
    public Reach reach(CertificateName name, Challenge challenge) {
        List<InetAddress> addresses;
        try {
            // An address is its own: no name is looked up then.
            addresses = name instanceof CertificateName.Ip
                    ? List.of(InetAddress.getByName(name.value()))
                    : resolver.addresses(name.value());
        } catch (UnknownHostException e) {
            return new Reach.Missed(
                    Obstacle.DNS,
                    name + " has no address; add an A record (and AAAA, if it has IPv6) that leads to this machine");
        }
        List<InetAddress> good = new ArrayList<>();
        for (InetAddress address : addresses) {
            Found found = look(address, name, challenge);
            if (!(found instanceof Found.Ours)) {
                return missed(name, address, found, !good.isEmpty() || anyGood(addresses, address, name, challenge));
            }
            good.add(address);
        }
        return new Reach.Reached();
    }

    /** Whether it works by IPv4 although it does not by this one. */
    private boolean anyGood(List<InetAddress> all, InetAddress bad, CertificateName name, Challenge challenge) {
        return bad instanceof Inet6Address
                && all.stream()
                        .filter(one -> !(one instanceof Inet6Address))
                        .anyMatch(one -> look(one, name, challenge) instanceof Found.Ours);
    }

    private Reach missed(CertificateName name, InetAddress address, Found found, boolean othersWork) {
        String where = name + " (" + address.getHostAddress() + ") port " + port;
        if (address instanceof Inet6Address && othersWork) {
            return new Reach.Missed(
                    Obstacle.IPV6,
                    where + " does not lead here, while IPv4 does; authorities try IPv6 first: let it through, or "
                            + "remove the AAAA record" + OFF);
        }
        return switch (found) {
            case Found.Nobody(String why) ->
                new Reach.Missed(
                        Obstacle.PORT,
                        where + " " + why
                                + "; open it in the firewall, forward it to HTTP_PORT, and check that the name "
                                + "leads to this machine" + OFF);
            case Found.Other(String what) ->
                new Reach.Missed(
                        Obstacle.ANSWER,
                        where + " is somebody else's: " + what + "; the name leads to another machine, or another "
                                + "server has the port" + OFF);
            case Found.Ours() -> throw new IllegalArgumentException("nothing was missed");
        };
    }

    private Found look(InetAddress address, CertificateName name, Challenge challenge) {
        return Deadline.within(
                WHOLE, () -> asked(address, name, challenge), () -> new Found.Nobody("does not answer in time"));
    }

    private Found asked(InetAddress address, CertificateName name, Challenge challenge) {
        String path = Challenge.PATH + challenge.token();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + name.inUrl()
                    + "\r\nUser-Agent: Patchbay self-check\r\nAccept: */*\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return understood(read(socket, challenge.keyAuthorization()), path, challenge);
        } catch (SocketTimeoutException e) {
            return new Found.Nobody("does not answer in time");
        } catch (IOException e) {
            return new Found.Nobody("does not answer (" + e.getMessage() + ")");
        }
    }

    /** Until what is looked for is there, for not everybody closes the connection. */
    private static String read(Socket socket, String wanted) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[2048];
        try {
            for (int count = 0;
                    count >= 0 && all.size() < ENOUGH;
                    count = socket.getInputStream().read(part)) {
                all.write(part, 0, count);
                if (all.toString(StandardCharsets.ISO_8859_1).contains(wanted)) {
                    break;
                }
            }
        } catch (SocketTimeoutException e) {
            if (all.size() == 0) {
                throw e;
            }
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private static Found understood(String answer, String path, Challenge challenge) {
        String line = answer.lines().findFirst().orElse("");
        String[] words = line.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
            return new Found.Other("it does not speak HTTP");
        }
        if (words[1].startsWith("3") && isForwarded(answer, path)) {
            // Authorities follow to port 80 or 443, whatever the certificate there.
            return new Found.Ours();
        }
        return words[1].equals("200") && answer.contains(challenge.keyAuthorization())
                ? new Found.Ours()
                : new Found.Other("it answers with status " + words[1]);
    }

    private static boolean isForwarded(String answer, String path) {
        return answer.lines()
                .takeWhile(line -> !line.isEmpty())
                .anyMatch(line -> line.regionMatches(true, 0, "location:", 0, 9) && line.endsWith(path));
    }
}
