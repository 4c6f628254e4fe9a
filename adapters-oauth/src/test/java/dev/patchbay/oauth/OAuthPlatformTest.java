package dev.patchbay.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.LocalServer.Reply;
import dev.patchbay.port.provider.TokensInHand;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Spotify does not show: revocation, public clients, no refresh, deadlines of other grant classes. */
class OAuthPlatformTest {
    private final LocalServer server = new LocalServer(asked -> Reply.json("{}"));
    private final GuardedHttp http = new GuardedHttp(Clock.systemUTC());
    private final Secret token = Secret.of("token");

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private OAuthPlatform platform(Set<Capability> capabilities, GrantClass grantClass, URI base) {
        OAuthEndpoints endpoints = OAuthEndpoints.of(base.resolve("/authorize"), base.resolve("/token"))
                .withRevocation(base.resolve("/revoke"));
        ProviderDescriptor descriptor = new ProviderDescriptor(
                new ProviderId("test"),
                "Test",
                base,
                base,
                List.of(),
                capabilities,
                grantClass,
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(1),
                List.of());
        return new OAuthPlatform(http, descriptor, endpoints, base.resolve("/me")) {
            @Override
            protected Optional<ExternalAccount> readAccount(JsonNode json) {
                return Json.id(json, "id").map(id -> new ExternalAccount(id, Optional.empty(), Optional.empty()));
            }
        };
    }

    private OAuthPlatform platform(Capability... capabilities) {
        return platform(Set.of(capabilities), new GrantClass.Strict(), server.at("/"));
    }

    private static ClientApp publicApp() {
        ClientApp app = OpenIdServer.app();
        return new ClientApp(app.id(), app.kind(), Optional.empty(), app.redirectUri());
    }

    @Test
    void a_public_client_shows_its_id_in_the_body_and_no_credentials() {
        platform(Capability.REFRESH).refresh(publicApp(), token);

        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.authorization()).isEmpty();
            assertThat(asked.body()).isEqualTo("grant_type=refresh_token&refresh_token=token&client_id=us");
        });
    }

    @Test
    void a_code_is_redeemed_with_verifier_and_redirect_uri() {
        platform().exchange(publicApp(), OpenIdServer.exchange());

        assertThat(server.asked().getFirst().body().split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=authorization_code",
                        "code=code",
                        "code_verifier=verifier",
                        "redirect_uri=http%3A%2F%2F127.0.0.1%2Fcallback",
                        "client_id=us");
    }

    @Test
    void a_platform_without_refresh_makes_no_call() {
        assertThat(platform().refresh(publicApp(), token)).isEqualTo(new TokenAnswer.GrantDead());
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void revoking_is_idempotent_and_says_when_it_failed() {
        OAuthPlatform platform = platform(Capability.REVOKE);

        assertThat(platform.revoke(OpenIdServer.app(), tokens(token))).isEqualTo(Revocation.REVOKED);
        assertThat(server.asked().getFirst().body()).isEqualTo("token=token");
        server.answer(asked -> Reply.of(400, "{\"error\":\"invalid_token\"}"));
        assertThat(platform.revoke(OpenIdServer.app(), tokens(token))).isEqualTo(Revocation.REVOKED);
        server.answer(asked -> Reply.of(400, "{\"error\":\"invalid_client\"}"));
        assertThat(platform.revoke(OpenIdServer.app(), tokens(token))).isEqualTo(Revocation.FAILED);
        server.answer(asked -> Reply.of(503, ""));
        assertThat(platform.revoke(OpenIdServer.app(), tokens(token))).isEqualTo(Revocation.FAILED);
    }

    @Test
    void a_platform_without_revocation_makes_no_call() {
        assertThat(platform().revoke(OpenIdServer.app(), tokens(token))).isEqualTo(Revocation.NOT_SUPPORTED);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void a_refresh_takes_no_longer_than_its_grant_class_allows() {
        try (TricklingServer silent = new TricklingServer()) {
            GrantClass brief = new GrantClass.Grace(Duration.ofSeconds(1));
            Instant before = Instant.now();

            assertThat(platform(Set.of(Capability.REFRESH), brief, silent.address())
                            .refresh(publicApp(), token))
                    .isInstanceOf(TokenAnswer.Unavailable.class);
            assertThat(Duration.between(before, Instant.now()))
                    .isBetween(
                            brief.callTimeout().minusMillis(100),
                            brief.callTimeout().plusSeconds(4));
        }
    }

    @Test
    void an_unknown_403_is_an_outage_and_not_a_verdict() {
        server.answer(asked -> Reply.of(403, "<html>"));

        assertThat(platform().whoIs(OpenIdServer.app(), token)).isInstanceOf(WhoAnswer.Unavailable.class);
    }

    @Test
    void an_iss_names_the_origin_of_the_authorization_endpoint() {
        OAuthPlatform platform = platform();

        assertThat(platform.vouchesFor(Optional.empty())).isTrue();
        assertThat(platform.vouchesFor(Optional.of(server.at("/any").toString())))
                .isTrue();
        assertThat(platform.vouchesFor(Optional.of("http://127.0.0.1:1"))).isFalse();
    }

    private static TokensInHand tokens(Secret refreshToken) {
        return new TokensInHand(Optional.empty(), Optional.of(refreshToken));
    }
}
