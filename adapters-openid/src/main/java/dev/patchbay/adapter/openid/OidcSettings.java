package dev.patchbay.adapter.openid;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.port.settings.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One provider: {@code OIDC_<NAME>_ISSUER} and what goes with it.
 *
 * @param id the name in lower case
 * @param issuer to the letter: a slash at the end counts (OpenID Connect Discovery 1.0 §4.3)
 * @param displayName what people see on the button
 * @param scopes always asked for; {@code openid} is among them
 */
record OidcSettings(ProviderId id, String issuer, String displayName, Scopes scopes) {
    static final String PREFIX = "OIDC";

    private static final int LONGEST_ISSUER = 255;
    private static final int LONGEST_NAME = 60;
    private static final URI NONE = URI.create("https://issuer.invalid");
    private static final Pattern SETTING = Pattern.compile("OIDC_([A-Z][A-Z0-9]{1,31})"
            + "_(ISSUER|CLIENT_ID|CLIENT_ID_FILE|CLIENT_SECRET|CLIENT_SECRET_FILE|REDIRECT_URI|DISPLAY_NAME|SCOPES)");

    /** All that are whole; what is wrong with the others is noted. By name. */
    static List<OidcSettings> read(Settings settings) {
        SortedSet<String> names = new TreeSet<>();
        for (String setting : settings.namesBeginningWith(PREFIX + "_")) {
            Matcher parts = SETTING.matcher(setting);
            if (parts.matches()) {
                names.add(parts.group(1));
            } else {
                settings.problem(
                        setting,
                        "is none: there are OIDC_<NAME>_ISSUER, _CLIENT_ID, _CLIENT_SECRET, _REDIRECT_URI,"
                                + " _DISPLAY_NAME and _SCOPES, where NAME is a capital letter, then 1 to 31 capitals or"
                                + " digits");
            }
        }
        List<OidcSettings> whole = new ArrayList<>();
        names.forEach(name -> new Reading(settings, name).read().ifPresent(whole::add));
        return List.copyOf(whole);
    }

    /** The name of one of its settings. */
    static String setting(ProviderId id, String end) {
        return PREFIX + "_" + id.settingsPrefix() + "_" + end;
    }

    private record Reading(Settings settings, String name) {
        Optional<OidcSettings> read() {
            ProviderId id = new ProviderId(name.toLowerCase(Locale.ROOT));
            Optional<String> issuer = issuer(setting(id, "ISSUER"));
            String displayName = displayName(setting(id, "DISPLAY_NAME"));
            Scopes scopes = scopes(setting(id, "SCOPES"));
            boolean noApp = settings.text(setting(id, "CLIENT_ID")).isEmpty()
                    && settings.secret(setting(id, "CLIENT_SECRET")).isEmpty();
            if (noApp) {
                settings.problem(
                        setting(id, "CLIENT_ID"), "is missing, although other settings of OIDC_" + name + " are set");
            }
            return issuer.map(said -> new OidcSettings(id, said, displayName, scopes));
        }

        private Optional<String> issuer(String setting) {
            Optional<String> said = settings.text(setting);
            if (said.isEmpty()) {
                settings.problem(setting, "is missing, although other settings of OIDC_" + name + " are set");
                return Optional.empty();
            }
            if (said.get().length() > LONGEST_ISSUER) {
                settings.problem(setting, "is longer than 255 characters");
                return Optional.empty();
            }
            // Reading it as an address says what is wrong with it; the text itself keeps the slash at its end.
            return settings.url(setting, NONE).equals(NONE) ? Optional.empty() : said;
        }

        private String displayName(String setting) {
            String usual = name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
            String said = settings.text(setting).orElse(usual);
            if (said.length() <= LONGEST_NAME && said.chars().noneMatch(Character::isISOControl)) {
                return said;
            }
            settings.problem(setting, "must be one line of at most 60 characters");
            return usual;
        }

        private Scopes scopes(String setting) {
            Scopes usual = Scopes.of("openid", "email", "profile");
            Optional<String> said = settings.text(setting);
            Scopes scopes = said.map(Scopes::parse).orElse(usual);
            boolean understood = said.isEmpty()
                    || scopes.names().size()
                            == List.of(said.get().strip().split("\\s+")).stream()
                                    .distinct()
                                    .count();
            if (understood && scopes.names().contains("openid")) {
                return scopes;
            }
            settings.problem(setting, "must be scopes with spaces between them, openid among them");
            return usual;
        }
    }
}
