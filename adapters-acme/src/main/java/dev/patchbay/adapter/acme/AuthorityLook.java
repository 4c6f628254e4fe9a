package dev.patchbay.adapter.acme;

import dev.patchbay.port.settings.Settings;
import dev.patchbay.port.vault.SealedShelf;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.shredzone.acme4j.exception.AcmeProtocolException;
import org.shredzone.acme4j.toolbox.JSON;

/** Reads the directories of the authorities that the settings name; orders nothing and makes no account. */
public final class AuthorityLook {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int OK = 200;

    private AuthorityLook() {}

    /** In the order in which they would be tried. Takes seconds for each; failures are in what is returned. */
    public static List<AuthorityStanding> look(Settings settings) {
        AcmeSettings read = AcmeSettings.read(settings);
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NORMAL);
        try (HttpClient http =
                (read.trusted().isEmpty() ? builder : builder.sslContext(Trust.with(read.trusted()))).build()) {
            return read.directories().stream().map(one -> look(http, one)).toList();
        }
    }

    /**
     * The hosts of those with which the service has an account, or at least the key of one.
     *
     * @throws dev.patchbay.port.StoreUnavailable when the store does not answer
     */
    public static List<String> accounts(Settings settings, SealedShelf shelf) {
        return AcmeSettings.read(settings).directories().stream()
                .filter(one -> shelf.find(AcmeAccount.nameOf(one)).isPresent())
                .map(one -> one.url().getAuthority())
                .toList();
    }

    private static AuthorityStanding look(HttpClient http, AcmeDirectory directory) {
        String name = directory.url().getAuthority();
        HttpRequest request =
                HttpRequest.newBuilder(directory.url()).timeout(PATIENCE).GET().build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                return unknown(name, "it answers with status " + answer.statusCode());
            }
            return read(name, directory, JSON.parse(answer.body()), time(answer));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown(name, "it was not waited for");
        } catch (IOException e) {
            return unknown(name, "it does not answer (" + e.getClass().getSimpleName() + ")");
        } catch (AcmeProtocolException | IllegalStateException e) {
            return unknown(name, "what it says is no directory (RFC 8555, 7.1.1)");
        }
    }

    private static AuthorityStanding read(String name, AcmeDirectory directory, JSON json, Optional<Instant> time) {
        if (!json.contains("newOrder")) {
            return unknown(name, "what it says is no directory (RFC 8555, 7.1.1)");
        }
        Optional<JSON> meta = json.get("meta").map(JSON.Value::asObject);
        boolean binds = meta.flatMap(one -> one.get("externalAccountRequired").map(JSON.Value::asBoolean))
                .orElse(false);
        return new AuthorityStanding(
                name,
                Optional.empty(),
                time,
                meta.flatMap(one -> one.get("termsOfService").map(JSON.Value::asString)),
                binds && directory.externalAccount().isEmpty(),
                directory.profile(),
                meta.flatMap(one -> one.get("profiles").map(JSON.Value::asObject))
                        .map(profiles -> List.copyOf(profiles.keySet()))
                        .orElseGet(List::of));
    }

    private static AuthorityStanding unknown(String name, String why) {
        return new AuthorityStanding(
                name, Optional.of(why), Optional.empty(), Optional.empty(), false, Optional.empty(), List.of());
    }

    private static Optional<Instant> time(HttpResponse<?> answer) {
        return answer.headers().firstValue("Date").flatMap(text -> {
            try {
                return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }
}
