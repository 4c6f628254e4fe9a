package dev.patchbay.adapter.web.settings;

import dev.patchbay.domain.certificate.CertificateName;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code DOMAIN}, {@code ACME_EMAIL} (also {@code CERTBOT_EMAIL}), {@code TLS_CERTIFICATE_FILE}, {@code TLS_KEY_FILE}, {@code HTTP_PORT},
 * {@code HTTPS_PORT}.
 *
 * @param certificate where the certificate comes from, if TLS ends in this process at all
 * @param httpPort redirects, and answers certificate authorities; 1 to 65535
 * @param httpsPort of the API and page; 1 to 65535
 */
public record TlsSettings(CertificateSource certificate, int httpPort, int httpsPort) implements ModuleSettings {
    static final String DOMAIN = "DOMAIN";
    static final String ACME_EMAIL = "ACME_EMAIL";
    static final String CERTBOT_EMAIL = "CERTBOT_EMAIL";
    static final String CERTIFICATE_FILE = "TLS_CERTIFICATE_FILE";
    static final String KEY_FILE = "TLS_KEY_FILE";
    static final String HTTP_PORT = "HTTP_PORT";
    static final String HTTPS_PORT = "HTTPS_PORT";

    private static final int USUAL_PORT = 443;

    /** Where the certificate comes from. */
    public sealed interface CertificateSource {
        /** There is none: TLS ends at a proxy in front of this process, or all of it is on one machine. */
        record Elsewhere() implements CertificateSource {}

        /** From a certificate authority, by ACME. */
        record Acme(CertificateNames names) implements CertificateSource {}

        /**
         * From files in PEM that somebody else keeps.
         *
         * @param chain the certificate and what leads from it to a root, its own first
         */
        record Files(CertificateNames names, Path chain, Path key) implements CertificateSource {}
    }

    /** Reads them, and notes what is wrong. */
    public static TlsSettings read(Settings settings) {
        var read = new TlsSettings(
                source(settings),
                settings.number(HTTP_PORT, 80, 1, 65_535),
                settings.number(HTTPS_PORT, USUAL_PORT, 1, 65_535));
        if (read.isOn()) {
            int management = settings.number("MANAGEMENT_PORT", 8081, 0, 65_535);
            if (read.httpPort == read.httpsPort) {
                settings.problem(HTTPS_PORT, "must differ from " + HTTP_PORT);
            }
            if (management == read.httpPort || management == read.httpsPort) {
                settings.problem("MANAGEMENT_PORT", "must differ from " + HTTP_PORT + " and " + HTTPS_PORT);
            }
        }
        return read;
    }

    private static CertificateSource source(Settings settings) {
        Optional<CertificateNames> names = settings.text(DOMAIN).flatMap(written -> names(settings, written));
        Optional<String> chain = settings.text(CERTIFICATE_FILE);
        Optional<String> key = settings.text(KEY_FILE);
        if (chain.isPresent() || key.isPresent()) {
            return files(settings, names, chain, key);
        }
        Optional<String> email = settings.text(ACME_EMAIL).or(() -> settings.text(CERTBOT_EMAIL));
        if (settings.text(DOMAIN).isEmpty()) {
            if (email.isPresent()) {
                String name = settings.text(ACME_EMAIL).isPresent() ? ACME_EMAIL : CERTBOT_EMAIL;
                settings.problem(DOMAIN, "is missing, although " + name + " is set");
            }
            return new CertificateSource.Elsewhere();
        }
        if (email.isEmpty()) {
            settings.problem(
                    ACME_EMAIL,
                    "is missing, although " + DOMAIN + " is set; a certificate authority wants an address that it"
                            + " can write to, or set " + CERTIFICATE_FILE + " and " + KEY_FILE);
        }
        return names.<CertificateSource>map(CertificateSource.Acme::new).orElseGet(CertificateSource.Elsewhere::new);
    }

    private static CertificateSource files(
            Settings settings, Optional<CertificateNames> names, Optional<String> chain, Optional<String> key) {
        if (key.isEmpty()) {
            settings.problem(KEY_FILE, "is missing, although " + CERTIFICATE_FILE + " is set");
        }
        if (chain.isEmpty()) {
            settings.problem(CERTIFICATE_FILE, "is missing, although " + KEY_FILE + " is set");
        }
        Optional<CertificateNames> served = settings.text(DOMAIN).isPresent() ? names : ofBaseUrl(settings);
        if (served.isEmpty() && settings.text(DOMAIN).isEmpty()) {
            settings.problem(
                    DOMAIN,
                    "is missing, although " + CERTIFICATE_FILE + " is set; it says what the certificate is for");
        }
        return served.isPresent() && chain.isPresent() && key.isPresent()
                ? new CertificateSource.Files(served.get(), Path.of(chain.get()), Path.of(key.get()))
                : new CertificateSource.Elsewhere();
    }

    private static Optional<CertificateNames> ofBaseUrl(Settings settings) {
        return settings.text(WebSettings.BASE_URL)
                .map(url -> settings.url(WebSettings.BASE_URL, URI.create("https://unknown.invalid")))
                .flatMap(url -> Optional.ofNullable(url.getHost()))
                .flatMap(TlsSettings::named);
    }

    private static Optional<CertificateNames> names(Settings settings, String written) {
        return switch (CertificateNames.read(written)) {
            case CertificateNames.Reading.Good(CertificateNames names) -> Optional.of(names);
            case CertificateNames.Reading.Bad(String why) -> {
                settings.problem(DOMAIN, "cannot be used: " + why);
                yield Optional.empty();
            }
        };
    }

    private static Optional<CertificateNames> named(String host) {
        return CertificateNames.read(host) instanceof CertificateNames.Reading.Good(CertificateNames names)
                ? Optional.of(names)
                : Optional.empty();
    }

    /** Whether TLS ends in this process. */
    public boolean isOn() {
        return names().isPresent();
    }

    /** What the certificate has to vouch for; empty when there is none here. */
    public Optional<CertificateNames> names() {
        return switch (certificate) {
            case CertificateSource.Elsewhere() -> Optional.empty();
            case CertificateSource.Acme(CertificateNames names) -> Optional.of(names);
            case CertificateSource.Files(CertificateNames names, Path _, Path _) -> Optional.of(names);
        };
    }

    /** Our public address when none is set; empty when TLS ends elsewhere. */
    Optional<URI> baseUrl() {
        return names().map(CertificateNames::first)
                .map(first ->
                        URI.create("https://" + first.inUrl() + (httpsPort == USUAL_PORT ? "" : ":" + httpsPort)));
    }

    /** Notes it when the public address is none that the certificate vouches for. */
    void mustFit(URI baseUrl, Settings settings) {
        Optional<CertificateName> host = Optional.ofNullable(baseUrl.getHost())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .flatMap(TlsSettings::named)
                .map(CertificateNames::first);
        names().ifPresent(names -> {
            if (host.filter(names.all()::contains).isEmpty()) {
                settings.problem(
                        WebSettings.BASE_URL,
                        "is at " + baseUrl.getHost() + ", which is not in " + DOMAIN + " (" + names
                                + "); the certificate would not be good for it");
            } else if (!"https".equals(baseUrl.getScheme())) {
                settings.problem(WebSettings.BASE_URL, "must be https, since " + DOMAIN + " is set");
            }
        });
    }
}
