package dev.patchbay.oauth;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.HttpAnswer.NoAnswer;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.CodeExchange;
import io.micronaut.security.oauth2.endpoint.authorization.pkce.S256PkceGenerator;
import io.micronaut.security.oauth2.grants.AuthorizationCodeGrant;
import io.micronaut.security.oauth2.grants.GrantType;
import io.micronaut.security.oauth2.grants.SecureGrant;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The client's side of RFC 6749 §4.1 with PKCE (RFC 7636, S256 always), of §6 and of RFC 7009, for one authorization
 * server. Each request is made once. Safe for many threads.
 *
 * <p>Micronaut Security's OAuth 2 module serves as a library here (the S256 transformation, the code grant's
 * parameters, error names, names of authentication methods). Its clients and beans stay off: they keep state in cookies
 * without use-once, take the redirect URI from the request's host, and cannot tell a dead grant from a broken provider.
 */
public final class AuthorizationCodeFlow {
    private final GuardedHttp http;
    private final OAuthEndpoints endpoints;
    private final TokenAnswers answers;

    /** A server whose 403 answers say nothing in particular. */
    public AuthorizationCodeFlow(GuardedHttp http, OAuthEndpoints endpoints) {
        this(http, endpoints, body -> Optional.empty());
    }

    /** @param forbidden what a 403 means by its body; empty when it says nothing known */
    public AuthorizationCodeFlow(
            GuardedHttp http, OAuthEndpoints endpoints, Function<AnswerBody, Optional<Cause>> forbidden) {
        this.http = http;
        this.endpoints = endpoints;
        this.answers = new TokenAnswers(endpoints.dialect(), forbidden);
    }

    /** The authorization request, with these parameters besides (they win over the usual ones). */
    public URI authorizationUrl(ClientApp app, AuthorizationIntent intent, Map<String, String> besides) {
        Form form = new Form()
                .with("response_type", "code")
                .with("client_id", app.clientId())
                .with("redirect_uri", app.redirectUri().toString())
                .with("state", intent.state().value().reveal())
                .with(
                        "code_challenge",
                        S256PkceGenerator.hash(intent.verifier().value().reveal()))
                .with("code_challenge_method", S256PkceGenerator.CODE_CHALLENGE_METHOD_S256);
        if (!intent.scopes().isEmpty()) {
            form.with("scope", intent.scopes().toString());
        }
        return form.with(besides).appendedTo(endpoints.authorization());
    }

    /** Redeems a code; {@code within} bounds the whole call. */
    public TokenReply exchange(ClientApp app, CodeExchange exchange, Duration within) {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant();
        grant.setCode(exchange.code().value().reveal());
        grant.setRedirectUri(app.redirectUri().toString());
        grant.setCodeVerifier(exchange.verifier().value().reveal());
        return answers.read(http.send(authenticated(app, endpoints.token(), new Form().with(grant.toMap()))
                .within(within)));
    }

    /** Uses a refresh token; {@code within} bounds the whole call. */
    public TokenReply refresh(ClientApp app, Secret refreshToken, Duration within) {
        Form form = new Form()
                .with("grant_type", GrantType.REFRESH_TOKEN.toString())
                .with("refresh_token", refreshToken.reveal());
        return answers.read(
                http.send(authenticated(app, endpoints.token(), form).within(within)));
    }

    /** Asks for a token that stands for the app itself (RFC 6749 §4.4), to see whether the server takes its credentials. */
    public HttpAnswer clientCredentials(ClientApp app) {
        Form form = new Form().with("grant_type", GrantType.CLIENT_CREDENTIALS.toString());
        return http.send(authenticated(app, endpoints.token(), form));
    }

    /** Revokes a token; one that is gone already counts as revoked. Not supported without a revocation endpoint. */
    public Revocation revoke(ClientApp app, Secret token) {
        if (endpoints.revocation().isEmpty()) {
            return Revocation.NOT_SUPPORTED;
        }
        Form form = new Form().with("token", token.reveal());
        return switch (http.send(authenticated(app, endpoints.revocation().get(), form))) {
            case NoAnswer none -> Revocation.FAILED;
            case Answered answered ->
                answered.isSuccess() || saysGone(answered) ? Revocation.REVOKED : Revocation.FAILED;
        };
    }

    /** RFC 7009 §2.2 answers 200 for a token that is gone; Google answers 400 {@code invalid_token}. */
    private static boolean saysGone(Answered answered) {
        return answered.status() == 400
                && answered.body()
                        .object()
                        .flatMap(json -> Json.text(json, "error"))
                        .filter(error -> error.equals("invalid_token") || error.equals("invalid_grant"))
                        .isPresent();
    }

    private HttpCall authenticated(ClientApp app, URI endpoint, Form form) {
        if (app.clientSecret().isEmpty()) {
            return HttpCall.post(endpoint, form.with(SecureGrant.KEY_CLIENT_ID, app.clientId()));
        }
        Secret secret = app.clientSecret().get();
        if (endpoints.secretInBody()) {
            return HttpCall.post(
                    endpoint,
                    form.with(SecureGrant.KEY_CLIENT_ID, app.clientId())
                            .with(SecureGrant.KEY_CLIENT_SECRET, secret.reveal()));
        }
        return HttpCall.post(endpoint, form).basic(app.clientId(), secret);
    }
}
