package dev.patchbay.adapter.web.problem;

import dev.patchbay.adapter.web.message.Form;
import dev.patchbay.adapter.web.message.RequestIds;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.refresh.AppNotes;
import dev.patchbay.usecase.refresh.Verdict;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Turns what went wrong into an answer. Nothing secret and nothing that a provider sent gets into it. Safe for many threads. */
@Singleton
public final class Problems {
    /** When our own store is away nobody knows for how long; this keeps clients from asking at once. */
    private static final Duration OUR_PAUSE = Duration.ofSeconds(5);

    private final RequestIds requestIds;
    private final Frontend frontend;
    private final Clock clock;

    Problems(RequestIds requestIds, Frontend frontend, Clock clock) {
        this.requestIds = requestIds;
        this.frontend = frontend;
        this.clock = clock;
    }

    public MutableHttpResponse<?> of(HttpRequest<?> request, Code code, String detail) {
        return answer(request, code, detail, Reason.NONE);
    }

    /** 401, with the challenge of RFC 6750. */
    public MutableHttpResponse<?> unauthenticated(HttpRequest<?> request) {
        return of(request, Code.UNAUTHENTICATED, "Sign in first, or bring a session token that is still good.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    public MutableHttpResponse<?> unknownProvider(HttpRequest<?> request) {
        return of(request, Code.UNKNOWN_PROVIDER, "There is no sign-in provider of that name here.");
    }

    public MutableHttpResponse<?> unknownPlatform(HttpRequest<?> request) {
        return of(request, Code.UNKNOWN_PLATFORM, "There is no platform of that name here.");
    }

    /** The body is not what the path takes. */
    public MutableHttpResponse<?> unreadableBody(HttpRequest<?> request) {
        return of(request, Code.INVALID_REQUEST, "The body is not a JSON object of the documented shape.");
    }

    public MutableHttpResponse<?> notConnected(HttpRequest<?> request) {
        return answer(
                request,
                Code.NOT_CONNECTED,
                Cause.NOT_CONNECTED.words(),
                Reason.of(Cause.NOT_CONNECTED, Optional.empty()));
    }

    public MutableHttpResponse<?> storeUnavailable(HttpRequest<?> request) {
        return of(request, Refusal.TEMPORARILY_UNAVAILABLE);
    }

    /** 429: not the platform but we hold back whoever asks. People at a browser get plain words. */
    public MutableHttpResponse<?> tooManyRequests(HttpRequest<?> request, Duration wait) {
        String words = "Too many requests from here; please ask again in a while.";
        MutableHttpResponse<?> answer = answer(
                request,
                Code.TOO_MANY_REQUESTS,
                words,
                Reason.until(clock.instant().plus(wait)));
        return plainForPeople(request, answer, words);
    }

    /** The same answer for programs; for a person at a browser those words alone. */
    static MutableHttpResponse<?> plainForPeople(HttpRequest<?> request, MutableHttpResponse<?> answer, String words) {
        boolean person = (request.getMethod() == HttpMethod.GET || Form.isIn(request))
                && request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
        return person ? answer.body(words + "\n").contentType(MediaType.TEXT_PLAIN + ";charset=utf-8") : answer;
    }

    public MutableHttpResponse<?> of(HttpRequest<?> request, Refusal refusal) {
        return of(request, Code.of(refusal), refusal.words());
    }

    /** Only somebody who signed in lately may do this. */
    public MutableHttpResponse<?> freshSignInNeeded(HttpRequest<?> request) {
        return of(
                request,
                Code.FRESH_SIGN_IN_NEEDED,
                "This changes who may use your account. Sign in to it once more first, and do it within ten minutes.");
    }

    /** Something that would move is in use. */
    public MutableHttpResponse<?> mergeBusy(HttpRequest<?> request, Instant retryAt) {
        return answer(
                request,
                Code.MERGE_BUSY,
                "A connection of one of the accounts is being renewed. Nothing was changed; try again in a moment.",
                Reason.until(retryAt));
    }

    /** There is no client app to do this with. */
    public MutableHttpResponse<?> noApp(HttpRequest<?> request) {
        return of(
                request,
                Code.NO_APP,
                "There is no such client app: bring your own with PUT /platforms/{platform}/app.");
    }

    /** Tokens of this platform have no end, so there is nothing that a renewal could bring. */
    public MutableHttpResponse<?> notRenewable(HttpRequest<?> request) {
        return of(
                request,
                Code.NOT_RENEWABLE,
                "Tokens of this platform do not end, and it renews none. If it refuses yours, ask for the connection's"
                        + " health with probe=true.");
    }

    /** No other outside account waits for a word, or not any more. */
    public MutableHttpResponse<?> nothingToReplace(HttpRequest<?> request) {
        return of(
                request, Code.NOTHING_TO_REPLACE, "No other account of this platform is waiting; nothing was changed.");
    }

    /**
     * The platform itself says no.
     *
     * @param retryAt when asking again makes sense; empty when not known
     */
    public MutableHttpResponse<?> withheld(HttpRequest<?> request, Cause cause, Optional<Instant> retryAt) {
        return answer(request, codeOf(cause), cause.words(), Reason.of(cause, retryAt));
    }

    /** There is no token now. @throws IllegalStateException when the verdict is that all is well */
    public MutableHttpResponse<?> withheld(HttpRequest<?> request, ProviderId platform, Verdict verdict) {
        Cause cause =
                verdict.cause().orElseThrow(() -> new IllegalStateException("a token is withheld without a cause"));
        Code code =
                switch (verdict.state()) {
                    case CONNECTED -> throw new IllegalStateException("a token is withheld though all is well");
                    case NOT_CONNECTED -> Code.NOT_CONNECTED;
                    case NEEDS_RECONNECT -> Code.REAUTH_REQUIRED;
                    case APP_BLOCKED -> codeOf(cause).isWorthWaitingFor() ? codeOf(cause) : Code.APP_BLOCKED;
                    case WAITING -> codeOf(cause).isWorthWaitingFor() ? codeOf(cause) : Code.TEMPORARILY_UNAVAILABLE;
                };
        return answer(request, code, cause.words(), Reason.of(platform, verdict, frontend));
    }

    /**
     * Nothing was begun.
     *
     * @param unknown what to say when no provider of that name is here
     */
    public MutableHttpResponse<?> notBegun(HttpRequest<?> request, Beginning beginning, Code unknown) {
        return switch (beginning) {
            case Beginning.Begun begun -> throw new IllegalStateException("an attempt was begun");
            case Beginning.UnknownProvider() ->
                unknown == Code.UNKNOWN_PLATFORM ? unknownPlatform(request) : unknownProvider(request);
            case Beginning.NoApp() ->
                unknown == Code.UNKNOWN_PLATFORM
                        ? noApp(request)
                        : of(
                                request,
                                Code.PROVIDER_NOT_CONFIGURED,
                                "The operator has set no client app for this provider.");
            case Beginning.ReturnToRefused() ->
                of(request, Code.RETURN_TO_REFUSED, "returnTo must be a path, or an address at an allowed origin.");
            case Beginning.ScopesRefused() ->
                of(request, Code.SCOPES_REFUSED, "Only scopes that GET /platforms lists can be asked for.");
            case Beginning.FreshSignInNeeded() -> freshSignInNeeded(request);
            case Beginning.NothingToReconnect() -> notConnected(request);
            case Beginning.Unavailable(var retryAfter) ->
                answer(
                        request,
                        Code.PROVIDER_UNAVAILABLE,
                        Refusal.PROVIDER_UNAVAILABLE.words(),
                        Reason.of(Cause.PROVIDER_UNAVAILABLE, retryAfter.map(clock.instant()::plus)));
        };
    }

    /** The code that an answer made here carries. */
    public static String codeIn(HttpResponse<?> answer) {
        return answer.getBody(Problem.class).map(Problem::code).orElseGet(Code.INTERNAL_ERROR::word);
    }

    /** For what the HTTP server itself refuses: a status without a code of its own is an invalid request. */
    MutableHttpResponse<?> ofStatus(HttpRequest<?> request, MutableHttpResponse<?> refused) {
        HttpStatus status = refused.status();
        Code code =
                switch (status) {
                    case NOT_FOUND -> Code.NOT_FOUND;
                    case METHOD_NOT_ALLOWED -> Code.METHOD_NOT_ALLOWED;
                    case REQUEST_ENTITY_TOO_LARGE -> Code.BODY_TOO_LARGE;
                    case UNSUPPORTED_MEDIA_TYPE -> Code.UNSUPPORTED_MEDIA_TYPE;
                    default -> status.getCode() < 500 ? Code.INVALID_REQUEST : Code.INTERNAL_ERROR;
                };
        Problem problem = Problem.of(code, wordsOf(code), requestIds.of(request), Reason.NONE);
        MutableHttpResponse<?> answer = refused.body(
                        problem.with(status.getCode(), code.status() == status ? code.title() : status.getReason()))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
        // A request for what is not there was understood, which is not so of all that are refused here.
        return status == HttpStatus.NOT_FOUND ? plainForPeople(request, answer, wordsOf(code)) : answer;
    }

    private static String wordsOf(Code code) {
        return switch (code) {
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not take that method.";
            case BODY_TOO_LARGE -> "The request is too large; a body has 64 KiB at most.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body as application/json.";
            case INVALID_REQUEST -> "The request is not well formed.";
            default -> "Something went wrong here. Please report the requestId.";
        };
    }

    private static Code codeOf(Cause cause) {
        return switch (cause) {
            case NOT_CONNECTED -> Code.NOT_CONNECTED;
            case GRANT_DEAD,
                    ROTATION_OUTCOME_UNKNOWN,
                    TOKEN_OF_ANOTHER,
                    CONSENT_ENDED,
                    SECRET_UNREADABLE,
                    NO_REFRESH_TOKEN,
                    RESTORED_FROM_BACKUP,
                    TOKEN_REFUSED,
                    APP_REMOVED,
                    SEAT_ENDED,
                    SCOPE_MISSING -> Code.REAUTH_REQUIRED;
            case APP_REJECTED, APP_MISSING, APP_OWNER_NOT_PREMIUM, NOT_ON_APP_LIST -> Code.APP_BLOCKED;
            case NO_CHANNEL -> Code.ACCOUNT_NOT_READY;
            case APP_QUOTA_EXCEEDED, THROTTLED -> Code.RATE_LIMITED;
            case PACED -> Code.PACED;
            case PROVIDER_UNAVAILABLE -> Code.PROVIDER_UNAVAILABLE;
            case REFRESH_RUNNING, STOPPING, DEATHS_DOUBTED -> Code.TEMPORARILY_UNAVAILABLE;
        };
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, Code code, String detail, Reason reason) {
        Instant now = clock.instant();
        Reason told = code.isWorthWaitingFor() ? reason.waitingFrom(now, usualPauseOf(code)) : reason;
        MutableHttpResponse<?> response = HttpResponse.status(code.status())
                .body(Problem.of(code, detail, requestIds.of(request), told))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
        if (code.isWorthWaitingFor()) {
            told.retryAt()
                    .ifPresent(then ->
                            response.header(HttpHeaders.RETRY_AFTER, Long.toString(Times.secondsUntil(then, now))));
        }
        return response;
    }

    private static Duration usualPauseOf(Code code) {
        boolean theirs = code == Code.RATE_LIMITED || code == Code.PROVIDER_UNAVAILABLE;
        return theirs ? AppNotes.USUAL_PAUSE : OUR_PAUSE;
    }
}
