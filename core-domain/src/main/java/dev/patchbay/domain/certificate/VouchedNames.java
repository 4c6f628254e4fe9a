package dev.patchbay.domain.certificate;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whom a certificate vouches for: its alternative names, as RFC 9525 compares them. Its subject counts for nothing. */
record VouchedNames(Set<String> hosts, Set<String> addresses) {
    private static final int DNS = 2;
    private static final int IP = 7;

    static VouchedNames of(X509Certificate certificate) {
        Set<String> hosts = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        try {
            var names = certificate.getSubjectAlternativeNames();
            for (List<?> name : names == null ? List.<List<?>>of() : names) {
                if (name.get(1) instanceof String text) {
                    if (name.getFirst().equals(DNS)) {
                        hosts.add(text.toLowerCase(Locale.ROOT));
                    } else if (name.getFirst().equals(IP)) {
                        IpText.canonical(text).ifPresent(addresses::add);
                    }
                }
            }
        } catch (CertificateParsingException e) {
            // Names that nobody can read vouch for nobody.
            return new VouchedNames(Set.of(), Set.of());
        }
        return new VouchedNames(hosts, addresses);
    }

    boolean includes(CertificateName name) {
        return switch (name) {
            case CertificateName.Dns(String host) ->
                hosts.contains(host) || hosts.contains("*" + host.substring(Math.max(0, host.indexOf('.'))));
            case CertificateName.Ip(String address) -> addresses.contains(address);
        };
    }
}
