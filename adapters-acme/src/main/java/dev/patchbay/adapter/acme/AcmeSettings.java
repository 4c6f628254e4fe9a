package dev.patchbay.adapter.acme;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where certificates come from: {@code ACME_DIRECTORY_URL} (Let's Encrypt), {@code ACME_FALLBACK_DIRECTORY_URL} (none) for when that one does
 * not issue, {@code ACME_STAGING_DIRECTORY_URL} (Let's Encrypt's own) for rehearsals. Each of the first two may have
 * {@code ACME_[FALLBACK_]EAB_KEY_ID} and {@code ACME_[FALLBACK_]EAB_HMAC}, an account that the operator has there. {@code ACME_PROFILE} is the
 * kind of certificate, {@code ACME_CA_CERTIFICATE} a PEM file with roots to be trusted besides the usual ones, {@code ACME_EMAIL}
 * (or {@code CERTBOT_EMAIL}) whom the authority may write to, and {@code ACME_SELF_CHECK=off} leaves out the look from here.
 *
 * @param directories in the order in which they are tried; at least one
 * @param staging where orders are rehearsed
 * @param trusted roots besides the usual ones
 * @param selfCheck whether our own challenge is looked for before an authority is asked to
 */
record AcmeSettings(
        List<AcmeDirectory> directories,
        Optional<AcmeDirectory> staging,
        Optional<String> email,
        List<X509Certificate> trusted,
        boolean selfCheck)
        implements ModuleSettings {
    static final URI LETS_ENCRYPT = URI.create("https://acme-v02.api.letsencrypt.org/directory");
    static final URI LETS_ENCRYPT_STAGING = URI.create("https://acme-staging-v02.api.letsencrypt.org/directory");

    private static final String SELF_CHECK = "ACME_SELF_CHECK";
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,:]+@[^\\s@,:]+");
    private static final Pattern PROFILE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Reads them, and notes what is wrong. */
    static AcmeSettings read(Settings settings) {
        Optional<String> profile = settings.text("ACME_PROFILE");
        if (profile.filter(name -> !PROFILE.matcher(name).matches()).isPresent()) {
            settings.problem("ACME_PROFILE", "is not the name of a profile, such as tlsserver or shortlived");
        }
        List<AcmeDirectory> directories = new ArrayList<>();
        directories.add(directory(settings, "ACME_", LETS_ENCRYPT, profile));
        if (settings.text("ACME_FALLBACK_DIRECTORY_URL").isPresent()) {
            directories.add(directory(settings, "ACME_FALLBACK_", LETS_ENCRYPT, profile));
            if (directories.getFirst().url().equals(directories.getLast().url())) {
                settings.problem("ACME_FALLBACK_DIRECTORY_URL", "is the same as ACME_DIRECTORY_URL; name another one");
            }
        }
        return new AcmeSettings(
                List.copyOf(directories),
                staging(settings, directories.getFirst().url())
                        .map(url -> new AcmeDirectory(url, Optional.empty(), profile)),
                email(settings),
                trusted(settings),
                selfCheck(settings));
    }

    private static AcmeDirectory directory(Settings settings, String prefix, URI fallback, Optional<String> profile) {
        return new AcmeDirectory(
                settings.url(prefix + "DIRECTORY_URL", fallback), externalAccount(settings, prefix), profile);
    }

    private static Optional<ExternalAccount> externalAccount(Settings settings, String prefix) {
        String idName = prefix + "EAB_KEY_ID";
        String hmacName = prefix + "EAB_HMAC";
        Optional<String> id = settings.text(idName);
        Optional<Secret> hmac = settings.secret(hmacName);
        if (id.isPresent() != hmac.isPresent()) {
            settings.problem(
                    id.isPresent() ? hmacName : idName,
                    "is missing; the authority gives both, " + idName + " and " + hmacName);
        }
        if (hmac.filter(key -> !isKey(key)).isPresent()) {
            settings.problem(hmacName, "is not a key in base64url; copy it as the authority shows it");
            return Optional.empty();
        }
        return id.flatMap(name -> hmac.map(key -> new ExternalAccount(name, key)));
    }

    private static boolean isKey(Secret hmac) {
        try {
            return Base64.getUrlDecoder().decode(hmac.reveal().strip()).length >= 16;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<URI> staging(Settings settings, URI first) {
        String name = "ACME_STAGING_DIRECTORY_URL";
        if (settings.text(name).isPresent()) {
            return Optional.of(settings.url(name, LETS_ENCRYPT_STAGING));
        }
        return first.equals(LETS_ENCRYPT) ? Optional.of(LETS_ENCRYPT_STAGING) : Optional.empty();
    }

    private static Optional<String> email(Settings settings) {
        String name = settings.text("ACME_EMAIL").isPresent() ? "ACME_EMAIL" : "CERTBOT_EMAIL";
        Optional<String> email = settings.text(name);
        if (email.filter(address -> !EMAIL.matcher(address).matches()).isPresent()) {
            settings.problem(name, "is not an e-mail address");
        }
        return email;
    }

    private static List<X509Certificate> trusted(Settings settings) {
        String name = "ACME_CA_CERTIFICATE";
        Optional<String> file = settings.text(name);
        if (file.isEmpty()) {
            return List.of();
        }
        Optional<List<X509Certificate>> roots = Trust.read(file.get());
        if (roots.isEmpty()) {
            settings.problem(name, "is not a file with certificates in PEM that can be read");
        }
        return roots.orElseGet(List::of);
    }

    private static boolean selfCheck(Settings settings) {
        String choice = settings.text(SELF_CHECK).orElse("on").toLowerCase(Locale.ROOT);
        if (!choice.equals("on") && !choice.equals("off")) {
            settings.problem(SELF_CHECK, "is neither on nor off");
        }
        return !choice.equals("off");
    }
}
