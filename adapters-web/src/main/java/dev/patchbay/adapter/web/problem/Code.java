package dev.patchbay.adapter.web.problem;

import dev.patchbay.domain.connection.NextAction;
import dev.patchbay.usecase.attempt.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong, as clients see it. {@link #word()} and the status are part of the API. */
public enum Code {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "Invalid request"),
    BODY_TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "Body too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
    UNKNOWN_PROVIDER(HttpStatus.NOT_FOUND, "Unknown provider"),
    UNKNOWN_PLATFORM(HttpStatus.NOT_FOUND, "Unknown platform"),
    PROVIDER_NOT_CONFIGURED(HttpStatus.NOT_FOUND, "Provider not configured"),
    NOT_CONNECTED(HttpStatus.NOT_FOUND, "Not connected"),
    NO_APP(HttpStatus.NOT_FOUND, "No app"),
    CONNECTIONS_WOULD_END(HttpStatus.CONFLICT, "Connections would end"),
    NO_SEAT(HttpStatus.NOT_FOUND, "No seat"),
    NO_SEAT_FREE(HttpStatus.CONFLICT, "No seat free"),
    INVITATION_INVALID(HttpStatus.BAD_REQUEST, "Invitation not valid"),
    YOUR_OWN_APP(HttpStatus.CONFLICT, "Your own app"),
    SEATED_ALREADY(HttpStatus.CONFLICT, "Seated already"),
    CHAT_CODE_INVALID(HttpStatus.BAD_REQUEST, "Link to a chat not valid"),
    CHAT_LINKED_ALREADY(HttpStatus.CONFLICT, "Chat linked already"),
    CHAT_NUMBER_WRONG(HttpStatus.FORBIDDEN, "Another number was said"),
    CHAT_SIGN_IN_ENDED(HttpStatus.GONE, "Sign-in by chat is over"),
    NOTHING_TO_REPLACE(HttpStatus.NOT_FOUND, "Nothing to replace"),
    RETURN_TO_REFUSED(HttpStatus.BAD_REQUEST, "Return address refused"),
    NOT_RENEWABLE(HttpStatus.CONFLICT, "Not renewable"),
    ACCOUNT_NOT_READY(HttpStatus.CONFLICT, "Account not ready"),
    SCOPES_REFUSED(HttpStatus.BAD_REQUEST, "Scopes refused"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Not signed in"),
    NOT_OPERATOR(HttpStatus.FORBIDDEN, "Not an operator"),
    CROSS_SITE_REQUEST(HttpStatus.FORBIDDEN, "Cross-site request"),
    REAUTH_REQUIRED(HttpStatus.CONFLICT, "Reconnect needed"),
    APP_BLOCKED(HttpStatus.CONFLICT, "App blocked"),
    /** The platform limits the app. */
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Rate limited"),
    /** We limit whoever asks. */
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    /** We limit ourselves, so that the platform need not. */
    PACED(HttpStatus.SERVICE_UNAVAILABLE, "Paced"),
    TEMPORARILY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Temporarily unavailable"),
    LAST_SIGN_IN_METHOD(HttpStatus.CONFLICT, "Last sign-in method"),
    FRESH_SIGN_IN_NEEDED(HttpStatus.FORBIDDEN, "Fresh sign-in needed"),
    NOTHING_TO_MERGE(HttpStatus.NOT_FOUND, "Nothing to merge"),
    MERGE_CHANGED(HttpStatus.CONFLICT, "Something changed"),
    MERGE_UNREADABLE(HttpStatus.CONFLICT, "Cannot be moved"),
    MERGE_BUSY(HttpStatus.CONFLICT, "In use"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error"),

    STATE_INVALID(HttpStatus.BAD_REQUEST, "Link not valid"),
    WRONG_PROVIDER(HttpStatus.BAD_REQUEST, "Wrong provider"),
    ISSUER_MISMATCH(HttpStatus.BAD_REQUEST, "Wrong issuer"),
    WRONG_BROWSER(HttpStatus.FORBIDDEN, "Wrong browser"),
    WRONG_ACCOUNT(HttpStatus.FORBIDDEN, "Wrong account"),
    HANDOFF_INVALID(HttpStatus.BAD_REQUEST, "Handoff not valid"),
    ACCESS_DENIED(HttpStatus.FORBIDDEN, "Consent not given"),
    PROVIDER_ERROR(HttpStatus.BAD_REQUEST, "Provider error"),
    CODE_MISSING(HttpStatus.BAD_REQUEST, "Code missing"),
    CODE_REFUSED(HttpStatus.BAD_REQUEST, "Code refused"),
    IDENTITY_UNTRUSTED(HttpStatus.FORBIDDEN, "Identity not verified"),
    IDENTITY_TAKEN(HttpStatus.CONFLICT, "Sign-in belongs to another account"),
    SESSION_OVER(HttpStatus.FORBIDDEN, "Signed out meanwhile"),
    NOBODY_TO_MERGE(HttpStatus.NOT_FOUND, "No account with this sign-in"),
    SAME_ACCOUNT(HttpStatus.CONFLICT, "The same account"),
    ALREADY_LINKED(HttpStatus.CONFLICT, "Provider linked already"),
    DIFFERENT_ACCOUNT(HttpStatus.CONFLICT, "Different outside account"),
    APP_REJECTED(HttpStatus.CONFLICT, "App rejected"),
    APP_GONE(HttpStatus.CONFLICT, "App gone"),
    PROVIDER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Provider unavailable");

    private final HttpStatus status;
    private final String title;

    Code(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** Stable, lower case, such as {@code state_invalid}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Whether the same request can succeed later without anybody doing anything; such answers say when. */
    boolean isWorthWaitingFor() {
        return switch (this) {
            case RATE_LIMITED, TOO_MANY_REQUESTS, PACED, PROVIDER_UNAVAILABLE, TEMPORARILY_UNAVAILABLE, MERGE_BUSY ->
                true;
            default -> false;
        };
    }

    /** The one step that helps, whatever the reason was. */
    Optional<NextAction> nextAction() {
        return switch (this) {
            case FRESH_SIGN_IN_NEEDED, SESSION_OVER -> Optional.of(NextAction.SIGN_IN);
            case IDENTITY_TAKEN -> Optional.of(NextAction.MERGE);
            default -> isWorthWaitingFor() ? Optional.of(NextAction.WAIT) : Optional.empty();
        };
    }

    static Code of(Refusal refusal) {
        return switch (refusal) {
            case STATE_INVALID -> STATE_INVALID;
            case WRONG_PROVIDER -> WRONG_PROVIDER;
            case ISSUER_MISMATCH -> ISSUER_MISMATCH;
            case WRONG_BROWSER -> WRONG_BROWSER;
            case WRONG_ACCOUNT -> WRONG_ACCOUNT;
            case HANDOFF_INVALID -> HANDOFF_INVALID;
            case ACCESS_DENIED -> ACCESS_DENIED;
            case PROVIDER_ERROR -> PROVIDER_ERROR;
            case CODE_MISSING -> CODE_MISSING;
            case CODE_REFUSED -> CODE_REFUSED;
            case IDENTITY_UNTRUSTED -> IDENTITY_UNTRUSTED;
            case IDENTITY_TAKEN -> IDENTITY_TAKEN;
            case SESSION_OVER -> SESSION_OVER;
            case NOBODY_TO_MERGE -> NOBODY_TO_MERGE;
            case SAME_ACCOUNT -> SAME_ACCOUNT;
            case ALREADY_LINKED -> ALREADY_LINKED;
            case DIFFERENT_ACCOUNT -> DIFFERENT_ACCOUNT;
            case APP_REJECTED -> APP_REJECTED;
            case APP_GONE -> APP_GONE;
            case PROVIDER_UNAVAILABLE -> PROVIDER_UNAVAILABLE;
            case TEMPORARILY_UNAVAILABLE -> TEMPORARILY_UNAVAILABLE;
        };
    }
}
