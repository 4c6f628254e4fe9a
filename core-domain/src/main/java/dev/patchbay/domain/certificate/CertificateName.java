package dev.patchbay.domain.certificate;

/** What a certificate may vouch for. {@link CertificateNames#read} makes them of what people write. */
public sealed interface CertificateName {
    /** A host's name in lower case, in A-labels, without a dot at its end. */
    record Dns(String value) implements CertificateName {
        /** @throws IllegalArgumentException when it is not in that form */
        public Dns {
            if (!DnsNames.isPlain(value)) {
                throw new IllegalArgumentException("not a host's name in lower case and A-labels");
            }
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** An address of either family, in its one canonical form (RFC 5952). */
    record Ip(String value) implements CertificateName {
        /** @throws IllegalArgumentException when it is not in that form */
        public Ip {
            if (!IpText.canonical(value).filter(value::equals).isPresent()) {
                throw new IllegalArgumentException("not an address in canonical form");
            }
        }

        /** Whether it is one of IPv6. */
        public boolean isV6() {
            return value.indexOf(':') >= 0;
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** The name or address as it stands in a certificate. */
    String value();

    /** As it stands in the authority of a URL. */
    default String inUrl() {
        return switch (this) {
            case Dns(String name) -> name;
            case Ip address -> address.isV6() ? "[" + address.value() + "]" : address.value();
        };
    }
}
