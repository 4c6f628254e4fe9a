package dev.patchbay.pages.stage;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Orders to the outside world to misbehave, given where people in front of the demo give them. What was ordered ends with the story. */
public final class ControlDesk {
    private final URI sandbox;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> disturbed = new LinkedHashSet<>();

    ControlDesk(URI sandbox) {
        this.sandbox = sandbox;
    }

    /** Somebody takes back at that party what they allowed there. */
    public void withdraw(String party, Person person) {
        order(party, Map.of("withdraw", person.idAtParties()));
    }

    /** Every call to that party's endpoint is met by that fault until the story ends or it is mended. */
    public void always(String fault, String party, String endpoint) {
        disturbed.add(party);
        order(party, Map.of("fault", fault, "times", "always", "endpoint", endpoint));
    }

    /** The next call to that party's endpoint is met by that fault, which tells how many seconds to wait where it tells that. */
    public void once(String fault, String party, String endpoint, int seconds) {
        disturbed.add(party);
        order(party, Map.of("fault", fault, "endpoint", endpoint, "seconds", String.valueOf(seconds)));
    }

    /** The Premium of the owner of the shared app at Spotify lapses, until the story ends or it is mended. */
    public void spotifyPremiumLapses() {
        disturbed.add("spotify");
        order("spotify", Map.of("premium", "lapsed"));
    }

    /** Whoever owns that app at Spotify puts somebody on its list of users, or takes them off. */
    public void spotifyLists(String clientId, Person person, boolean listed) {
        order("spotify", Map.of("client", clientId, "person", person.idAtParties(), "seat", listed ? "on" : "off"));
    }

    /** All is as usual again at that party. */
    public void mend(String party) {
        disturbed.remove(party);
        order(party, Map.of("calm", "yes"));
        if (party.equals("spotify")) {
            order(party, Map.of("premium", "active"));
        }
    }

    void mendAll() {
        Set.copyOf(disturbed).forEach(this::mend);
    }

    /** Somebody at a pretended phone does something there: {@code start}, {@code open}, {@code write}. */
    void phone(Map<String, String> act) {
        post("/telegram/act", act, 302);
    }

    /** What is shown on a pretended phone, as HTML. */
    String phone(String person) {
        return send(HttpRequest.newBuilder(sandbox.resolve("/telegram/chat?as=" + person)), 200);
    }

    private void order(String party, Map<String, String> form) {
        post("/control/" + party.toLowerCase(Locale.ROOT), form, 200);
    }

    private void post(String path, Map<String, String> form, int expected) {
        String body = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String unused = send(
                HttpRequest.newBuilder(sandbox.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                expected);
    }

    private String send(HttpRequest.Builder request, int expected) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("the sandbox does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
