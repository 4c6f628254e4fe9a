package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.web.Parameters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What SoundCloud, Last.fm and Google's consent page do not let pass; what they give is shown by the contracts of their adapters. */
class StricterPartiesTest {
    private static final String BACK = "http://127.0.0.1:9/callback";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        sandbox.close();
    }

    @Test
    void soundcloud_sends_a_request_without_a_challenge_back() {
        String id = SandboxOptions.SOUNDCLOUD_CLIENT.id();
        String bare = query(Map.of("client_id", id, "redirect_uri", BACK, "response_type", "code", "state", "s"));
        String plain = bare + "&code_challenge=" + CHALLENGE;

        for (String request : new String[] {bare, plain}) {
            HttpResponse<String> answer = get(sandbox.soundcloud().authUrl() + "/authorize?" + request);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .contains("error=invalid_request")
                    .contains("state=s")
                    .doesNotContain("code=");
        }
        assertThat(get(sandbox.soundcloud().authUrl() + "/authorize?" + plain + "&code_challenge_method=S256")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void lastfm_adds_its_token_to_whatever_query_there_is() {
        String key = SandboxOptions.LASTFM_CLIENT.id();

        assertThat(sandbox.lastfm().approve(lastfm(key, BACK), "ann").toString())
                .startsWith(BACK + "?token=");
        assertThat(sandbox.lastfm()
                        .approve(lastfm(key, BACK + "?state=s"), "ann")
                        .toString())
                .startsWith(BACK + "?state=s&token=");
        assertThat(get(lastfm("unknown", BACK).toString()).statusCode()).isEqualTo(403);
        assertThat(get(lastfm(key, "https://elsewhere.example/").toString()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void lastfm_serves_no_call_that_is_not_signed_right() {
        Map<String, String> call = new LinkedHashMap<>();
        call.put("method", "auth.getToken");
        call.put("api_key", SandboxOptions.LASTFM_CLIENT.id());
        call.put("format", "json");
        // printf 'api_key…methodauth.getToken<secret>' | md5sum
        call.put("api_sig", "d1995775dd78f0e92516f5402a6d387e");
        assertThat(post(sandbox.lastfm().apiUrl() + "/", query(call)).body()).contains("\"token\"");

        call.put("api_sig", "00000000000000000000000000000000");
        HttpResponse<String> refused = post(sandbox.lastfm().apiUrl() + "/", query(call));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"error\":13");
        sandbox.lastfm().quietErrors(true);
        assertThat(post(sandbox.lastfm().apiUrl() + "/", query(call)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void google_shows_boxes_for_two_scopes_and_none_for_one() {
        String read = "https://www.googleapis.com/auth/youtube.readonly";

        assertThat(get(google(read).toString()).body()).doesNotContain("checkbox");
        assertThat(get(google(read + " https://www.googleapis.com/auth/youtube").toString())
                        .body())
                .contains("type=\"checkbox\" name=\"tick " + read + "\" checked");
    }

    private URI google(String scope) {
        return URI.create(sandbox.googleIssuer() + "/authorize?"
                + query(Map.of(
                        "client_id",
                        SandboxOptions.GOOGLE_CLIENT.id(),
                        "redirect_uri",
                        BACK,
                        "response_type",
                        "code",
                        "scope",
                        scope)));
    }

    private URI lastfm(String key, String back) {
        return URI.create(sandbox.lastfm().authUrl() + "/?" + query(Map.of("api_key", key, "cb", back)));
    }

    private static String query(Map<String, String> values) {
        return Parameters.encode(values);
    }

    private HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    private HttpResponse<String> post(String address, String form) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
