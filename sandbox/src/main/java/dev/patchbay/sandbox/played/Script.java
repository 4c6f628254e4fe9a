package dev.patchbay.sandbox.played;

import dev.patchbay.sandbox.party.SandboxClient;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be played.
 *
 * <table>
 * <caption>The lines of a script; in values {@code {base}} is the address of the party</caption>
 * <tr><td>{@code party}, {@code name}</td><td>its name in the ledger, and for people</td></tr>
 * <tr><td>{@code authorize}, {@code token}, {@code profile}</td><td>paths below the base</td></tr>
 * <tr><td>{@code profile.scheme}</td><td>the word before the access token; {@code Bearer} if it is left out</td></tr>
 * <tr><td>{@code profile.json}</td><td>what it answers; {@code {id}} and {@code {name}} are the person's</td></tr>
 * <tr><td>{@code client.id}, {@code client.secret}</td><td>the client it knows</td></tr>
 * <tr><td>{@code public.clients}</td><td>whether PKCE alone is enough; {@code false} if it is left out</td></tr>
 * <tr><td>{@code rotation}</td><td>{@code keep}, {@code rotate}, {@code strict-revoke} or {@code overlap}; {@code none} for no refresh
 * token at all</td></tr>
 * <tr><td>{@code scopes}</td><td>those it knows; any other is refused</td></tr>
 * <tr><td>{@code answers.scope}</td><td>whether a token answer names the scopes; {@code true} if it is left out</td></tr>
 * <tr><td>{@code revocation}</td><td>the path of a revocation endpoint (RFC 7009), if there is one</td></tr>
 * <tr><td>{@code setting.NAME}</td><td>a setting of the service that leads to it</td></tr>
 * </table>
 */
public record Script(Map<String, String> lines) {
    /** Where modules keep theirs. */
    public static final String RESOURCE = "META-INF/patchbay/stand-in.properties";

    private static final String SETTING = "setting.";
    private static final Set<String> NEEDED = Set.of(
            "party",
            "name",
            "authorize",
            "token",
            "profile",
            "profile.json",
            "client.id",
            "client.secret",
            "rotation",
            "scopes");

    public Script {
        lines = Map.copyOf(lines);
        for (String name : new TreeSet<>(NEEDED)) {
            if (!lines.containsKey(name)) {
                throw new IllegalArgumentException("the script has no line " + name);
            }
        }
    }

    /** @throws IllegalArgumentException when a line is missing */
    public static Script read(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        Map<String, String> lines = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> lines.put(name, properties.getProperty(name).strip()));
        return new Script(lines);
    }

    String get(String name) {
        return get(name, "");
    }

    String get(String name, String otherwise) {
        return lines.getOrDefault(name, otherwise);
    }

    /** Its name in the ledger, and the first word of its paths. */
    public String party() {
        return get("party");
    }

    /** The client it knows. */
    public SandboxClient client() {
        return SandboxClient.of(get("client.id"), get("client.secret"));
    }

    Set<String> scopes() {
        Set<String> scopes = new TreeSet<>(Set.of(get("scopes").split("\\s+")));
        scopes.remove("");
        return scopes;
    }

    Map<String, String> settings(String base) {
        Map<String, String> settings = new LinkedHashMap<>();
        lines.forEach((name, value) -> {
            if (name.startsWith(SETTING)) {
                settings.put(name.substring(SETTING.length()), value.replace("{base}", base));
            }
        });
        return settings;
    }
}
