package dev.patchbay.sandbox.spotify;

import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;

/** Spotify's words for a refusal, at the token endpoint and at the Web API. */
final class SpotifyRefusals {
    private SpotifyRefusals() {}

    static Reply of(Refusal refusal) {
        return switch (refusal) {
            case MALFORMED -> error("invalid_request", "Invalid request");
            case CLIENT_MISSING -> Reply.json(400, Json.object("error", "invalid_client"));
            case CLIENT_UNKNOWN -> error("invalid_client", "Invalid client");
            case CLIENT_SECRET_WRONG -> error("invalid_client", "Invalid client secret");
            case GRANT_TYPE_UNKNOWN ->
                error(
                        "unsupported_grant_type",
                        "grant_type must be client_credentials, authorization_code or refresh_token");
            case CODE_MISSING -> error("invalid_request", "code must be supplied");
            case CODE_UNKNOWN -> error("invalid_grant", "Invalid authorization code");
            case CODE_SPENT -> error("invalid_grant", "Authorization code expired");
            case REDIRECT_URI_WRONG -> error("invalid_grant", "Invalid redirect URI");
            case VERIFIER_MISSING -> error("invalid_request", "code_verifier required");
            case VERIFIER_WRONG -> error("invalid_grant", "code_verifier was incorrect");
            case REFRESH_TOKEN_MISSING -> error("invalid_request", "refresh_token must be supplied");
            case REFRESH_TOKEN_UNKNOWN -> error("invalid_grant", "Invalid refresh token");
            case REFRESH_TOKEN_DEAD -> error("invalid_grant", "Refresh token revoked");
            case ACCESS_TOKEN_MISSING, ACCESS_TOKEN_INVALID -> WebApi.unauthorized(refusal);
            case THROTTLED -> Reply.text(429, "Too many requests");
            case QUOTA_EXCEEDED -> WebApi.quotaExceeded();
        };
    }

    /** The token endpoint answers 400 to everything, a wrong client included. */
    private static Reply error(String error, String description) {
        return Reply.json(400, Json.object("error", error, "error_description", description));
    }
}
