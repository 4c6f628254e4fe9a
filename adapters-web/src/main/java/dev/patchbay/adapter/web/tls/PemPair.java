package dev.patchbay.adapter.web.tls;

import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.domain.vault.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/** A certificate and a private key in PEM, as two files have them. */
record PemPair(String chain, Secret key) {
    private static final int MOST_BYTES = 1024 * 1024;

    /** Reads both. @throws Unfit when one of them cannot be read */
    static PemPair read(Path chain, Path key) throws Unfit {
        return new PemPair(text(chain), Secret.of(text(key)));
    }

    private static String text(Path file) throws Unfit {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Unfit(file + " is larger than any file in PEM");
            }
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (text.isBlank()) {
                throw new Unfit(file + " is empty");
            }
            return text;
        } catch (NoSuchFileException e) {
            throw new Unfit(file + " is not there");
        } catch (IOException e) {
            throw new Unfit(file + " cannot be read");
        }
    }

    /** What is in them, which need not belong together. @throws Unfit when it is not in PEM */
    KeyAndChain parsed() throws Unfit {
        CertificateChain certificates =
                CertificateChain.ofPem(chain).orElseThrow(() -> new Unfit("there is no certificate in PEM"));
        return new KeyAndChain(
                privateKey().orElseThrow(() -> new Unfit("there is no private key in PEM")), certificates);
    }

    /** As PKCS #8, from any of the forms that are about. */
    private Optional<Secret> privateKey() throws Unfit {
        try (PEMParser parser = new PEMParser(new StringReader(key.reveal()))) {
            @Nullable Object found = parser.readObject();
            while (found instanceof ASN1ObjectIdentifier) {
                // OpenSSL writes the curve's name before the key.
                found = parser.readObject();
            }
            return switch (found) {
                case PrivateKeyInfo info -> Optional.of(Secret.of(info.getEncoded()));
                case PEMKeyPair pair ->
                    Optional.of(Secret.of(pair.getPrivateKeyInfo().getEncoded()));
                case PEMEncryptedKeyPair _, PKCS8EncryptedPrivateKeyInfo _ ->
                    throw new Unfit("the private key is encrypted; write it without a password");
                case null, default -> Optional.empty();
            };
        } catch (IOException e) {
            // Its message may quote the key.
            return Optional.empty();
        }
    }

    /** They are of no use here; the message says why in plain words, and has nothing of the key. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String why) {
            super(why);
        }
    }
}
