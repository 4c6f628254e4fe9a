package dev.patchbay.sandbox.played;

import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;

/** The words of RFC 6749 §5.2 and RFC 6750 §3.1, and no others. */
final class PlayedRefusals {
    private PlayedRefusals() {}

    static Reply of(Refusal refusal) {
        return switch (refusal) {
            case MALFORMED, CODE_MISSING, VERIFIER_MISSING, REFRESH_TOKEN_MISSING -> error(400, "invalid_request");
            case CLIENT_MISSING, CLIENT_UNKNOWN, CLIENT_SECRET_WRONG -> error(401, "invalid_client");
            case GRANT_TYPE_UNKNOWN -> error(400, "unsupported_grant_type");
            case CODE_UNKNOWN,
                    CODE_SPENT,
                    REDIRECT_URI_WRONG,
                    VERIFIER_WRONG,
                    REFRESH_TOKEN_UNKNOWN,
                    REFRESH_TOKEN_DEAD -> error(400, "invalid_grant");
            case ACCESS_TOKEN_MISSING, ACCESS_TOKEN_INVALID -> error(401, "invalid_token");
            case THROTTLED -> error(429, "too_many_requests");
            case QUOTA_EXCEEDED ->
                Reply.json(429, Json.object("error", Json.object("status", 429, "reason", "QUOTA_EXCEEDED")));
        };
    }

    private static Reply error(int status, String error) {
        return Reply.json(status, Json.object("error", error));
    }
}
