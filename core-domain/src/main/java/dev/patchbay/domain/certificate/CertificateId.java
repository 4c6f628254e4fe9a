package dev.patchbay.domain.certificate;

import java.util.regex.Pattern;

/** Which certificate of the service; 1 to 40 lower-case letters, digits and hyphens. */
public record CertificateId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,40}");

    /** The one that the service is served with. */
    public static final CertificateId MAIN = new CertificateId("main");

    public CertificateId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a certificate's id is 1 to 40 of a-z, 0-9 and hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
