package dev.patchbay.sandbox.google;

import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What Google answers to programs: its metadata and its errors. */
final class GoogleAnswers {
    private GoogleAnswers() {}

    /** The metadata (OpenID Connect Discovery §3), naming a stranger as issuer if so ordered. */
    static Reply discovery(URI issuer, boolean otherIssuer) {
        return Reply.json(
                        200,
                        Json.object(
                                "issuer",
                                otherIssuer ? "https://accounts.elsewhere.example" : issuer.toString(),
                                "authorization_endpoint",
                                issuer + "/authorize",
                                "token_endpoint",
                                issuer + "/token",
                                "userinfo_endpoint",
                                issuer + "/userinfo",
                                "revocation_endpoint",
                                issuer + "/revoke",
                                "jwks_uri",
                                issuer + "/certs",
                                "response_types_supported",
                                List.of("code"),
                                "response_modes_supported",
                                List.of("query"),
                                "grant_types_supported",
                                List.of("authorization_code", "refresh_token"),
                                "subject_types_supported",
                                List.of("public"),
                                "id_token_signing_alg_values_supported",
                                List.of("RS256"),
                                "scopes_supported",
                                List.of("openid", "email", "profile"),
                                "token_endpoint_auth_methods_supported",
                                List.of("client_secret_post", "client_secret_basic"),
                                "claims_supported",
                                List.of(
                                        "aud",
                                        "email",
                                        "email_verified",
                                        "exp",
                                        "iat",
                                        "iss",
                                        "name",
                                        "picture",
                                        "sub"),
                                "code_challenge_methods_supported",
                                List.of("S256"),
                                "authorization_response_iss_parameter_supported",
                                true))
                .with("Cache-Control", "public, max-age=3600");
    }

    /** Google's words for a refusal. */
    static Reply refuse(Refusal refusal) {
        return switch (refusal) {
            case MALFORMED -> error(400, "invalid_request", "Bad Request");
            case CLIENT_MISSING -> error(400, "invalid_request", "Could not determine client ID from request.");
            case CLIENT_UNKNOWN -> error(401, "invalid_client", "The OAuth client was not found.");
            case CLIENT_SECRET_WRONG -> error(401, "invalid_client", "Unauthorized");
            case GRANT_TYPE_UNKNOWN -> error(400, "unsupported_grant_type", "Invalid grant_type");
            case CODE_MISSING -> error(400, "invalid_request", "Missing required parameter: code");
            case CODE_UNKNOWN -> error(400, "invalid_grant", "Malformed auth code.");
            case CODE_SPENT, REFRESH_TOKEN_UNKNOWN -> error(400, "invalid_grant", "Bad Request");
            case REDIRECT_URI_WRONG -> error(400, "redirect_uri_mismatch", "Bad Request");
            case VERIFIER_MISSING -> error(400, "invalid_grant", "Missing code verifier.");
            case VERIFIER_WRONG -> error(400, "invalid_grant", "Invalid code verifier.");
            case REFRESH_TOKEN_MISSING -> error(400, "invalid_request", "Missing required parameter: refresh_token");
            case REFRESH_TOKEN_DEAD -> error(400, "invalid_grant", "Token has been expired or revoked.");
            case ACCESS_TOKEN_MISSING -> error(401, "invalid_request", "Request is missing required credential.");
            case ACCESS_TOKEN_INVALID ->
                error(401, "invalid_token", "Invalid Credentials")
                        .with("WWW-Authenticate", "Bearer realm=\"google\", error=\"invalid_token\"");
            case THROTTLED -> error(429, "rate_limit_exceeded", "Too many requests");
            case QUOTA_EXCEEDED ->
                Reply.json(
                        429,
                        Map.of(
                                "error",
                                Json.object("code", 429, "message", "Quota exceeded", "reason", "QUOTA_EXCEEDED")));
        };
    }

    static Reply error(int status, String error, String description) {
        return Reply.json(status, Json.object("error", error, "error_description", description));
    }
}
