package dev.patchbay.adapter.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.LocalServer;
import dev.patchbay.oauth.SandboxIdentityStage;
import dev.patchbay.port.provider.Identification;
import dev.patchbay.port.provider.Identification.Identified;
import dev.patchbay.port.provider.IdentityProviderContract;
import dev.patchbay.port.provider.IdentityStage;
import dev.patchbay.port.provider.StageCall;
import dev.patchbay.port.provider.Visit;
import dev.patchbay.port.settings.GivenSettings;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.github.SandboxGitHub;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.TokenKind;
import dev.patchbay.sandbox.party.Fault;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubIdentityTest extends IdentityProviderContract {
    @Override
    protected IdentityStage open(Duration patience) {
        return SandboxIdentityStage.github(patience, (http, sandbox) -> github(http, sandbox));
    }

    private static GitHubIdentity github(GuardedHttp http, Sandbox sandbox) {
        return new GitHubIdentity(
                http,
                new GitHubSettings(sandbox.github().url(), sandbox.github().apiUrl()));
    }

    private Sandbox sandbox() {
        return ((SandboxIdentityStage) stage).sandbox();
    }

    private static ExternalIdentity known(Identification answer) {
        assertThat(answer).isInstanceOf(Identified.class);
        return ((Identified) answer).identity();
    }

    private Identification signInAs(String person) {
        Visit visit = Visit.askingFor(Scopes.NONE);
        URI url = Visit.url(provider.authorize(stage.app(), visit.intent()));
        return provider.identify(stage.app(), visit.after(sandbox().github().approve(url, person)));
    }

    @Test
    void a_person_is_known_by_the_numeric_id_and_shown_by_name_and_proven_address() {
        ExternalIdentity ann = known(signIn());

        assertThat(ann.subject()).isEqualTo(Long.toString(SandboxGitHub.idOf("ann")));
        assertThat(ann.name()).contains("Ann Lindqvist");
        assertThat(ann.email()).contains("ann@example.com");
        assertThat(ann.emailVerified()).isTrue();
    }

    @Test
    void an_address_that_is_primary_and_not_verified_is_not_shown_and_no_other_taken_for_it() {
        ExternalIdentity bob = known(signInAs("bob"));

        assertThat(bob.email()).isEmpty();
        assertThat(bob.emailVerified()).isFalse();
    }

    @Test
    void addresses_that_cannot_be_had_keep_nobody_out() {
        Visit visit = Visit.askingFor(Scopes.NONE);
        URI url = Visit.url(provider.authorize(stage.app(), visit.intent()));
        URI back = stage.approve(url);
        sandbox()
                .github()
                .script(
                        Fault.Kind.WRONG_CONTENT_TYPE.at(Endpoint.PROFILE),
                        Fault.Kind.BAD_GATEWAY.at(Endpoint.PROFILE));

        assertThat(known(provider.identify(stage.app(), visit.after(back))).email())
                .isEmpty();
    }

    @Test
    void the_token_that_sign_in_brought_is_gone_when_it_ends() {
        known(signIn());

        assertThat(sandbox().ledger().tokens())
                .filteredOn(token -> token.kind() == TokenKind.ACCESS)
                .singleElement()
                .satisfies(token -> assertThat(sandbox().ledger().isLiveAccessToken(token.secret()))
                        .isFalse());
        assertThat(sandbox().ledger().calls("github", Endpoint.REVOKE)).isEqualTo(1);
    }

    @Test
    void the_token_goes_too_when_nobody_could_be_identified() {
        sandbox().github().script(Fault.Kind.BAD_GATEWAY.at(Endpoint.PROFILE));

        assertThat(signIn()).isInstanceOf(Identification.Unavailable.class);
        assertThat(sandbox().ledger().calls("github", Endpoint.REVOKE)).isEqualTo(1);
    }

    @Test
    void a_token_that_cannot_be_deleted_is_no_failure() {
        sandbox().github().script(Fault.Kind.BAD_GATEWAY.at(Endpoint.REVOKE));

        known(signIn());
        assertThat(stage.arrived(StageCall.EXCHANGE)).isEqualTo(1);
    }

    @Test
    void scopes_are_always_named() {
        Visit visit = Visit.askingFor(Scopes.NONE);

        assertThat(Visit.parameter(Visit.url(provider.authorize(stage.app(), visit.intent())), "scope"))
                .contains("read:user user:email");
    }

    @Test
    void githubs_oauth_server_may_call_itself_by_its_own_name() {
        assertThat(provider.vouchesFor(Optional.of(sandbox().github().url() + "/login/oauth")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "bad_verification_code, code",
        "unverified_user_email, code",
        "incorrect_client_credentials, app",
        "redirect_uri_mismatch, app",
        "something_new, outage"
    })
    void what_the_token_endpoint_says_with_status_200_is_read(String error, String meaning) {
        try (LocalServer server = new LocalServer(asked -> LocalServer.Reply.json("{\"error\":\"" + error + "\"}"))) {
            GitHubIdentity github = new GitHubIdentity(
                    ((SandboxIdentityStage) stage).http(), new GitHubSettings(server.at("/web"), server.at("/api")));
            Visit visit = Visit.askingFor(Scopes.NONE);
            Identification answer =
                    github.identify(stage.app(), visit.after(URI.create("http://127.0.0.1/callback?code=a-code")));

            switch (meaning) {
                case "code" -> assertThat(answer).isEqualTo(new Identification.CodeRefused());
                case "app" -> assertThat(answer).isEqualTo(new Identification.AppRefused(Cause.APP_REJECTED));
                default -> assertThat(answer).isInstanceOf(Identification.Unavailable.class);
            }
        }
    }

    @Test
    void the_real_github_is_asked_when_nothing_is_set() {
        try (GuardedHttp http = new GuardedHttp(Clock.systemUTC())) {
            var real = new GitHubIdentity(http, GitHubSettings.read(GivenSettings.strict(Map.of())));
            URI url = Visit.url(
                    real.authorize(stage.app(), Visit.askingFor(Scopes.NONE).intent()));

            assertThat(url.toString()).startsWith("https://github.com/login/oauth/authorize?");
            assertThat(Visit.parameter(url, "prompt")).contains("select_account");
        }
    }
}
