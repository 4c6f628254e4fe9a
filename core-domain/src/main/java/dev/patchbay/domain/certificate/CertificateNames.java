package dev.patchbay.domain.certificate;

import dev.patchbay.domain.certificate.CertificateName.Dns;
import dev.patchbay.domain.certificate.CertificateName.Ip;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/** The names and addresses of one certificate: at least one, each once, in the order in which they were given. */
public record CertificateNames(List<CertificateName> all) {
    /** More than any authority takes in one certificate. */
    public static final int MOST = 100;

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");

    /** @throws IllegalArgumentException when there is none, one is there twice, or there are more than {@link #MOST} */
    public CertificateNames {
        all = List.copyOf(all);
        if (all.isEmpty() || all.size() > MOST || new LinkedHashSet<>(all).size() != all.size()) {
            throw new IllegalArgumentException("a certificate has 1 to " + MOST + " names, each once");
        }
    }

    /** These, which have to be well formed. */
    public static CertificateNames of(String... written) {
        return switch (read(String.join(" ", written))) {
            case Reading.Good(CertificateNames names) -> names;
            case Reading.Bad(String why) -> throw new IllegalArgumentException(why);
        };
    }

    /** What a person wrote: names, also with letters of any language, and addresses, with commas or blanks between them. */
    public static Reading read(String written) {
        SequencedSet<CertificateName> names = new LinkedHashSet<>();
        List<String> wrong = new ArrayList<>();
        SEPARATOR.splitAsStream(written.strip()).filter(one -> !one.isEmpty()).forEach(one -> {
            try {
                names.add(readOne(one));
            } catch (DnsNames.Unfit e) {
                wrong.add("'" + one + "' " + e.why());
            }
        });
        if (!wrong.isEmpty()) {
            return new Reading.Bad(String.join("; ", wrong));
        }
        if (names.isEmpty()) {
            return new Reading.Bad("there is no name");
        }
        return names.size() > MOST
                ? new Reading.Bad("there are more than " + MOST + " names")
                : new Reading.Good(new CertificateNames(List.copyOf(names)));
    }

    private static CertificateName readOne(String written) throws DnsNames.Unfit {
        String bare =
                written.startsWith("[") && written.endsWith("]") ? written.substring(1, written.length() - 1) : written;
        Optional<String> address = IpText.canonical(bare);
        return address.isPresent() ? new Ip(address.get()) : new Dns(DnsNames.read(written));
    }

    /** The first one: what the certificate is called after. */
    public CertificateName first() {
        return all.getFirst();
    }

    /** Whether one of them is an address. */
    public boolean hasAddress() {
        return all.stream().anyMatch(Ip.class::isInstance);
    }

    /** What came of reading names. */
    public sealed interface Reading {
        record Good(CertificateNames names) implements Reading {}

        /** @param why in plain words, with the text that is wrong */
        record Bad(String why) implements Reading {}
    }

    @Override
    public String toString() {
        return String.join(", ", all.stream().map(CertificateName::value).toList());
    }
}
