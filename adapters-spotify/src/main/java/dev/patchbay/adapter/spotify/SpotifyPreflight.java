package dev.patchbay.adapter.spotify;

import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.AppFindings.Finding;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.oauth.AnswerBody;
import dev.patchbay.oauth.HttpAnswer;
import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.HttpAnswer.NoAnswer;
import dev.patchbay.oauth.Json;
import dev.patchbay.port.provider.RedirectTrap;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * What can be known of an app before anybody consents with it. Spotify shows a wrong redirect URI, a full list of users and a lapsed
 * Premium only to somebody who is signed in there, so these stay open unless it says more than it has to.
 *
 * @see <a href="https://developer.spotify.com/documentation/web-api/tutorials/client-credentials-flow">Client credentials flow</a>
 * @see <a href="https://developer.spotify.com/documentation/web-api/concepts/redirect_uri">Redirect URIs</a>
 */
final class SpotifyPreflight {
    private static final Finding APP_UNKNOWN = new Finding.NotChecked(
            "Spotify tells of a lapsed Premium, or of people who are not on the app's list, only after somebody"
                    + " consented.");

    private SpotifyPreflight() {}

    static AppFindings publicClient(ClientApp app) {
        return new AppFindings(
                new Finding.NotChecked(
                        "Without a secret, Spotify looks at the client id only once somebody is signed in there."),
                new Finding.NotChecked("The app has no secret here."),
                redirect(app.redirectUri()),
                APP_UNKNOWN);
    }

    static AppFindings of(ClientApp app, HttpAnswer answer, Function<AnswerBody, Optional<Cause>> forbidden) {
        return switch (answer) {
            case NoAnswer(var why) -> unknown(app, "Spotify gave no answer: " + why.words() + ".");
            case Answered answered -> of(app, answered, forbidden);
        };
    }

    private static AppFindings of(ClientApp app, Answered answered, Function<AnswerBody, Optional<Cause>> forbidden) {
        Optional<JsonNode> json = answered.body().object();
        if (answered.isSuccess()) {
            return json.flatMap(object -> Json.text(object, "access_token")).isPresent()
                    ? findings(
                            app,
                            new Finding.Good("Spotify knows it."),
                            new Finding.Good("Spotify accepts it."),
                            APP_UNKNOWN)
                    : unknown(app, "Spotify's answer could not be read.");
        }
        if (answered.status() == 429) {
            return unknown(app, "Spotify asked for a pause; check again later.");
        }
        Optional<String> error = json.flatMap(object -> Json.text(object, "error"));
        if (answered.status() < 500 && error.filter("invalid_client"::equals).isPresent()) {
            return refused(app, json.flatMap(object -> Json.text(object, "error_description")));
        }
        Optional<Cause> cause = answered.status() == 403 ? forbidden.apply(answered.body()) : Optional.empty();
        return cause.isPresent()
                ? findings(
                        app,
                        new Finding.NotChecked("Spotify refused the app before it looked closer."),
                        new Finding.NotChecked("Spotify refused the app before it looked closer."),
                        new Finding.Wrong(cause.get().words()))
                : unknown(app, "Spotify's answer says nothing about the app (status " + answered.status() + ").");
    }

    /** The description is not documented, so it may tell which half to look at first, but never that the other one is good. */
    private static AppFindings refused(ClientApp app, Optional<String> description) {
        if (description.filter("Invalid client secret"::equals).isPresent()) {
            return findings(
                    app,
                    new Finding.NotChecked("Spotify complained of the secret, which leaves this open."),
                    new Finding.Wrong(
                            "Spotify does not accept it with this client id: copy it again from the dashboard."),
                    APP_UNKNOWN);
        }
        if (description.filter("Invalid client"::equals).isPresent()) {
            return findings(
                    app,
                    new Finding.Wrong("Spotify does not accept it: copy it again from the dashboard."),
                    new Finding.NotChecked("Spotify complained of the client id, which leaves this open."),
                    APP_UNKNOWN);
        }
        Finding either = new Finding.Wrong(
                "Spotify does not accept client id and secret together and does not say which is wrong: compare both.");
        return findings(app, either, either, APP_UNKNOWN);
    }

    private static AppFindings unknown(ClientApp app, String why) {
        Finding unknown = new Finding.NotChecked(why);
        return findings(app, unknown, unknown, unknown);
    }

    private static AppFindings findings(ClientApp app, Finding clientId, Finding clientSecret, Finding itself) {
        return new AppFindings(clientId, clientSecret, redirect(app.redirectUri()), itself);
    }

    /** What Spotify's rules forbid it cannot have registered; whether it has what they allow, it does not tell. */
    private static Finding redirect(URI redirectUri) {
        return trap(redirectUri)
                .filter(RedirectTrap::isCertain)
                .<Finding>map(trap -> new Finding.Wrong(trap.words()))
                .orElseGet(() -> new Finding.NotChecked(
                        "Spotify looks at it only once somebody is signed in there: compare it with the"
                                + " dashboard character by character."));
    }

    /** Hyphens in the path are allowed by Spotify's page, and were refused by its dashboard. */
    static Optional<RedirectTrap> trap(URI redirectUri) {
        String host = redirectUri.getHost();
        boolean loopback = "127.0.0.1".equals(host) || "[::1]".equals(host);
        if ("localhost".equals(host) || (!"https".equals(redirectUri.getScheme()) && !loopback)) {
            return Optional.of(new RedirectTrap(
                    true, "Spotify takes https, or http on 127.0.0.1 or [::1]; this service's address is neither."));
        }
        return redirectUri.getRawPath().contains("-")
                ? Optional.of(new RedirectTrap(false, "Spotify's dashboard has refused hyphens in the path."))
                : Optional.empty();
    }
}
