package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONArrayUtils;
import dev.patchbay.sandbox.github.SandboxGitHub;
import dev.patchbay.sandbox.ledger.Endpoint;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GitHubFlowTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final App app = App.github(sandbox);

    @AfterEach
    void close() {
        app.close();
        sandbox.close();
    }

    private App.Answer exchanged(Map<String, String> wishes) {
        URI back = sandbox.github().approve(app.authUrl(wishes), "ann");
        return app.tokenWith(App.codeForm(App.code(back)), "Accept", "application/json");
    }

    private URI api(String path) {
        return URI.create(sandbox.github().apiUrl() + path);
    }

    @Test
    void tokens_come_as_a_form_unless_json_is_asked_for_and_do_not_expire() {
        URI back = sandbox.github().approve(app.authUrl(), "ann");
        App.Answer form = app.token(App.codeForm(App.code(back)));
        assertThat(form.header("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(form.body()).startsWith("access_token=gho_").contains("token_type=bearer");

        assertThat(exchanged(Map.of()).json())
                .containsEntry("scope", "read:user,user:email")
                .doesNotContainKeys("id_token", "expires_in", "refresh_token");
    }

    @Test
    void what_is_wrong_is_said_with_status_200() {
        App.Answer spent = app.tokenWith(App.codeForm("never-issued"), "Accept", "application/json");
        assertThat(spent.status()).isEqualTo(200);
        assertThat(spent.text("error")).isEqualTo("bad_verification_code");

        App.Answer stranger = app.tokenByPost(App.codeForm("x"), SandboxOptions.GITHUB_CLIENT.id(), "wrong");
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(stranger.body()).startsWith("error=incorrect_client_credentials");
    }

    @Test
    void tokens_that_expire_bring_a_refresh_token_that_is_good_once() {
        App.Answer first = exchanged(Map.of("scope", "read:user offline_access"));
        assertThat(first.json())
                .containsKeys("expires_in", "refresh_token")
                .containsEntry("refresh_token_expires_in", 15897600L);
        Map<String, String> renewal =
                Map.of("grant_type", "refresh_token", "refresh_token", first.text("refresh_token"));

        assertThat(app.tokenWith(renewal, "Accept", "application/json").text("refresh_token"))
                .startsWith("ghr_")
                .isNotEqualTo(first.text("refresh_token"));
        assertThat(app.tokenWith(renewal, "Accept", "application/json").text("error"))
                .isEqualTo("bad_refresh_token");
    }

    @Test
    void the_api_says_who_it_is_to_whoever_names_himself() throws Exception {
        String bearer = "Bearer " + exchanged(Map.of()).text("access_token");

        assertThat(app.get(api("/user"), bearer).json())
                .containsEntry("id", SandboxGitHub.idOf("ann"))
                .containsEntry("login", "ann")
                .containsEntry("email", null);
        List<Object> emails =
                JSONArrayUtils.parse(app.get(api("/user/emails"), bearer).body());
        assertThat(emails).hasSize(2);
        assertThat(app.get(api("/user"), bearer, "User-Agent", "").status()).isEqualTo(403);
        assertThat(app.get(api("/user"), "Bearer gho_unknown").status()).isEqualTo(401);
    }

    @Test
    void only_the_app_itself_deletes_a_token() {
        String token = exchanged(Map.of()).text("access_token");
        URI address = api("/applications/" + SandboxOptions.GITHUB_CLIENT.id() + "/token");
        String body = "{\"access_token\":\"" + token + "\"}";

        assertThat(app.delete(address, body, "Bearer " + token).status()).isEqualTo(404);
        assertThat(sandbox.ledger().isLiveAccessToken(token)).isTrue();
        assertThat(app.delete(address, body, App.basic(SandboxOptions.GITHUB_CLIENT))
                        .status())
                .isEqualTo(204);
        assertThat(sandbox.ledger().isLiveAccessToken(token)).isFalse();
        assertThat(sandbox.ledger().calls("github", Endpoint.REVOKE)).isEqualTo(2);
    }
}
