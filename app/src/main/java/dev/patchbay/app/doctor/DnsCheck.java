package dev.patchbay.app.doctor;

import dev.patchbay.adapter.web.settings.TlsSettings.CertificateSource;
import dev.patchbay.domain.certificate.CertificateName;
import dev.patchbay.domain.certificate.CertificateNames;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether every public name leads to this machine, for both families apart. */
final class DnsCheck implements Check {
    private final Patient patient;

    DnsCheck(Patient patient) {
        this.patient = patient;
    }

    @Override
    public String name() {
        return "dns";
    }

    @Override
    public List<Finding> look() {
        Set<CertificateName> names = new LinkedHashSet<>();
        patient.tls().names().ifPresent(all -> names.addAll(all.all()));
        if (!patient.isForThisMachineOnly()
                && CertificateNames.read(patient.baseUrl().getHost())
                        instanceof CertificateNames.Reading.Good(CertificateNames base)) {
            names.addAll(base.all());
        }
        if (names.isEmpty()) {
            return List.of(Finding.skipped(name(), patient.baseUrl() + " is for this machine alone"));
        }
        List<Finding> all = new ArrayList<>();
        names.forEach(one -> all.addAll(look(one.value())));
        return all;
    }

    private List<Finding> look(String host) {
        List<InetAddress> addresses;
        try {
            addresses = patient.machine().addressesOf(host);
        } catch (UnknownHostException e) {
            return List.of(Finding.fail(
                    name(),
                    host + " has no address",
                    "add an A record for it that leads to this machine (and AAAA, if IPv6 works here), or correct "
                            + settingOf(host)));
        }
        List<InetAddress> own = patient.machine().own();
        return addresses.stream().distinct().map(one -> look(host, one, own)).toList();
    }

    private String settingOf(String host) {
        boolean inDomain = patient.tls().names().stream()
                .flatMap(names -> names.all().stream())
                .anyMatch(one -> one.value().equals(host));
        return inDomain ? "DOMAIN" : "PATCHBAY_BASE_URL";
    }

    private Finding look(String host, InetAddress address, List<InetAddress> own) {
        boolean six = address instanceof Inet6Address;
        String record = six ? "AAAA" : "A";
        String leads = host + " leads to " + address.getHostAddress() + " (" + record + ")";
        if (own.contains(address)) {
            return Finding.ok(name(), leads + ", which is this machine");
        }
        if (!patient.tls().isOn()) {
            return Finding.ok(name(), leads + "; a proxy has to be there that forwards to PORT here");
        }
        if (address.isLoopbackAddress()) {
            return Finding.warn(
                    name(),
                    leads + ", which is this machine for itself alone",
                    "look into /etc/hosts, and ask a public resolver what the rest of the world is told");
        }
        if (six) {
            boolean authority = patient.tls().certificate() instanceof CertificateSource.Acme;
            return Finding.fail(
                    name(),
                    leads + ", which is no address of this machine"
                            + (authority ? ", and certificate authorities try IPv6 first" : ""),
                    "remove the AAAA record, or correct it" + addresses(own, true));
        }
        return Finding.warn(
                name(),
                leads + ", which is no address of this machine; behind NAT it need not be",
                "compare it with the public address of your router or provider, and see that ports 80 and 443 are"
                        + " forwarded to this machine" + addresses(own, false));
    }

    private static String addresses(List<InetAddress> own, boolean six) {
        List<String> all = own.stream()
                .filter(one -> one instanceof Inet6Address == six)
                .map(InetAddress::getHostAddress)
                .distinct()
                .toList();
        return all.isEmpty()
                ? "; this machine has no " + (six ? "IPv6" : "IPv4") + " address of its own"
                : "; this machine has " + String.join(", ", all);
    }
}
