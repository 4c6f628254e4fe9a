package dev.patchbay.adapter.google;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.oauth.AnswerBody;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.OAuthPlatform;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.RedirectTrap;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * YouTube Music by YouTube's Data API, with tokens of Google's.
 *
 * @see <a href="https://developers.google.com/youtube/v3/guides/auth/server-side-web-apps">OAuth 2.0 for web server apps</a>
 */
public final class YouTubePlatform extends OAuthPlatform {
    private final YouTubeSettings settings;
    private final Clock clock;

    YouTubePlatform(GuardedHttp http, Clock clock, YouTubeSettings settings) {
        super(
                http,
                YouTubeFacts.descriptor(settings),
                settings.issuer(),
                settings.whereabouts(http, clock),
                settings.profile());
        this.settings = settings;
        this.clock = clock;
    }

    /** Without the first no refresh token comes at all, and without the second only with the very first consent. */
    @Override
    protected Map<String, String> authorizationParameters(AuthorizationIntent intent) {
        return Map.of("access_type", "offline", "prompt", "consent");
    }

    /** Only grants of projects in "Testing" are said to end. */
    @Override
    protected Granted readGranted(Granted granted, Optional<Duration> refreshTokenLife) {
        return refreshTokenLife.map(granted::lasting).orElse(granted);
    }

    /**
     * People may untick what they do not want to give. Managing includes reading.
     *
     * @see <a href="https://developers.google.com/identity/protocols/oauth2/resources/granular-permissions">Granular permissions</a>
     */
    @Override
    public Optional<Cause> objectionTo(Granted granted, Scopes asked) {
        Scopes given = granted.scopes().orElse(asked);
        boolean enough = given.containsAll(asked)
                || (given.containsAll(Scopes.of(YouTubeFacts.MANAGE))
                        && Scopes.of(YouTubeFacts.MANAGE, YouTubeFacts.READ).containsAll(asked));
        return enough ? Optional.empty() : Optional.of(Cause.SCOPE_MISSING);
    }

    /** A consent that ends at Google is always one of a project in "Testing". */
    @Override
    public Optional<String> advice(Clocks clocks) {
        return clocks.reauthorizeBy().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The app's consent screen is in \"Testing\", so Google ends this connection after seven days."
                            + " Its owner can publish the app in the Google Cloud console; connect again after that.");
    }

    @Override
    protected Optional<ExternalAccount> readAccount(JsonNode json) {
        return YouTubeAnswers.channel(json);
    }

    /** A Google account without a channel is told by 401, as if its token were bad, or by a list with nothing in it. */
    @Override
    protected WhoAnswer readWho(Answered answered) {
        Optional<String> reason = YouTubeAnswers.reasonIn(answered.body());
        if (answered.status() == 401
                && reason.filter("youtubeSignupRequired"::equals).isPresent()) {
            return new WhoAnswer.Refused(Cause.NO_CHANNEL);
        }
        if (answered.status() == 200 && YouTubeAnswers.isEmptyList(answered.body())) {
            return new WhoAnswer.Refused(Cause.NO_CHANNEL);
        }
        if (answered.status() == 403 && reason.filter("quotaExceeded"::equals).isPresent()) {
            return new WhoAnswer.Throttled(
                    Cause.APP_QUOTA_EXCEEDED,
                    answered.retryAfter().or(() -> Optional.of(YouTubeAnswers.untilTheQuotaIsNew(clock.instant()))));
        }
        return super.readWho(answered);
    }

    /** @see <a href="https://developers.google.com/youtube/v3/docs/errors">Errors</a> */
    @Override
    protected Optional<Cause> readForbidden(AnswerBody body) {
        return YouTubeAnswers.reasonIn(body).map(reason -> switch (reason) {
            case "insufficientPermissions" -> Cause.SCOPE_MISSING;
            case "accessNotConfigured" -> Cause.APP_REJECTED;
            case "quotaExceeded" -> Cause.APP_QUOTA_EXCEEDED;
            default -> Cause.TOKEN_REFUSED;
        });
    }

    /** Another OpenID Provider in Google's place has rules of its own. */
    @Override
    public Optional<RedirectTrap> redirectTrap(URI redirectUri) {
        return settings.issuer().equals(GoogleSettings.REAL_ISSUER)
                ? GoogleRedirects.trap(redirectUri)
                : Optional.empty();
    }
}
