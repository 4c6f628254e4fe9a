package dev.patchbay.app.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether this service can listen where it is to, or does. */
final class PortsCheck implements Check {
    private final Patient patient;
    private final OurService ours;

    PortsCheck(Patient patient, OurService ours) {
        this.patient = patient;
        this.ours = ours;
    }

    @Override
    public String name() {
        return "ports";
    }

    @Override
    public List<Finding> look() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        if (patient.tls().isOn()) {
            ports.put("HTTP_PORT", patient.tls().httpPort());
            ports.put("HTTPS_PORT", patient.tls().httpsPort());
        } else {
            ports.put("PORT", patient.service().port());
        }
        ports.put("MANAGEMENT_PORT", patient.service().managementPort());
        return ports.entrySet().stream()
                .map(one -> look(one.getKey(), one.getValue()))
                .toList();
    }

    private Finding look(String setting, int port) {
        String which = setting + " " + port;
        if (port == 0) {
            return Finding.ok(name(), setting + " is chosen at start");
        }
        if (ours.holds(setting, port)) {
            return Finding.ok(name(), which + " is held by the service that runs");
        }
        if (!patient.machine().mayListenOn(port)) {
            return Finding.fail(
                    name(),
                    which + " is for root, and for whoever has CAP_NET_BIND_SERVICE",
                    "give the service that capability (AmbientCapabilities=CAP_NET_BIND_SERVICE in its unit), lower"
                            + " net.ipv4.ip_unprivileged_port_start, or set " + setting
                            + " to a port above and forward to it; if the service has it and you do not, run this as"
                            + " the service's user with it");
        }
        try (ServerSocket socket = new ServerSocket()) {
            // As the server itself does: what is left of closed connections is in nobody's way.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(patient.bindHost(), port));
            return Finding.ok(name(), which + " is free");
        } catch (IOException e) {
            return Finding.fail(
                    name(),
                    which + " cannot be had (" + e.getMessage() + ")",
                    "find out who has it: ss -ltnp 'sport = :" + port + "'; stop that, or choose another " + setting);
        }
    }
}
