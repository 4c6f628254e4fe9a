package dev.patchbay.port.certificate;

import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.CertificateName;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.domain.vault.Secret;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Issues certificates in memory, of real keys and signatures. Safe for many threads. */
public final class TestAuthority {
    private static final byte[] ALGORITHM = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
    private static final AtomicLong SERIAL = new AtomicLong(1000);

    private final String name;
    private final KeyPair keys = newKeys();
    private final X509Certificate root;

    /** One with a root of its own, valid from a day before until years after. */
    public TestAuthority(String name, Instant now) {
        this.name = name;
        this.root = certificate(
                name, keys.getPublic(), now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(4000)), new byte[0]);
    }

    /** What clients would have to trust. */
    public X509Certificate root() {
        return root;
    }

    /** Its own key and certificate. */
    public KeyAndChain own() {
        return new KeyAndChain(Secret.of(keys.getPrivate().getEncoded()), new CertificateChain(List.of(root)));
    }

    /** A fresh key and a chain with the root in it. */
    public KeyAndChain issue(CertificateNames names, Instant notBefore, Instant notAfter) {
        KeyPair leaf = newKeys();
        return new KeyAndChain(
                Secret.of(leaf.getPrivate().getEncoded()),
                new CertificateChain(List.of(certificateOf(names, leaf.getPublic(), notBefore, notAfter), root)));
    }

    /** Just the certificate, for whoever brings a key. */
    public X509Certificate certificateOf(CertificateNames names, PublicKey key, Instant notBefore, Instant notAfter) {
        byte[] alternatives = Der.sequence(
                Der.joined(names.all().stream().map(TestAuthority::alternative).toArray(byte[][]::new)));
        return certificate("leaf", key, notBefore, notAfter, alternatives);
    }

    /** One for a name of any shape, as a wildcard, and a key that nobody has. */
    public X509Certificate certificateOf(String host, Instant notBefore, Instant notAfter) {
        byte[] alternatives = Der.sequence(Der.of(0x82, host.getBytes(StandardCharsets.US_ASCII)));
        return certificate("leaf", newKeys().getPublic(), notBefore, notAfter, alternatives);
    }

    /** A fresh pair on P-256. */
    public static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] alternative(CertificateName name) {
        try {
            return switch (name) {
                case CertificateName.Dns(String host) -> Der.of(0x82, host.getBytes(StandardCharsets.US_ASCII));
                case CertificateName.Ip(String address) ->
                    Der.of(0x87, InetAddress.getByName(address).getAddress());
            };
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /** @param alternatives empty for the authority's own */
    private X509Certificate certificate(
            String subject, PublicKey key, Instant notBefore, Instant notAfter, byte[] alternatives) {
        boolean isOwn = alternatives.length == 0;
        try {
            byte[] ours =
                    MessageDigest.getInstance("SHA-1").digest(keys.getPublic().getEncoded());
            byte[] authorityKey = extension("2.5.29.35", Der.sequence(Der.of(0x80, ours)));
            byte[] other = isOwn
                    ? Der.joined(
                            extension("2.5.29.19", Der.sequence(Der.of(0x01, new byte[] {-1}))),
                            extension("2.5.29.14", Der.octets(ours)))
                    : extension("2.5.29.17", alternatives);
            byte[] body = Der.sequence(
                    Der.of(0xA0, Der.integer(BigInteger.TWO)),
                    Der.integer(BigInteger.valueOf(SERIAL.incrementAndGet())),
                    ALGORITHM,
                    named(name),
                    Der.sequence(Der.time(notBefore), Der.time(notAfter)),
                    named(subject),
                    key.getEncoded(),
                    Der.of(0xA3, Der.sequence(authorityKey, other)));
            Signature signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(keys.getPrivate());
            signing.update(body);
            byte[] all = Der.sequence(body, ALGORITHM, Der.bits(signing.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(all));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] extension(String id, byte[] value) {
        return Der.sequence(Der.oid(id), Der.octets(value));
    }

    private static byte[] named(String common) {
        return Der.sequence(Der.of(0x31, Der.sequence(Der.oid("2.5.4.3"), Der.text(common))));
    }
}
