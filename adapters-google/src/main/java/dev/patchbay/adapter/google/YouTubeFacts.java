package dev.patchbay.adapter.google;

import dev.patchbay.domain.clientapp.AppTerms;
import dev.patchbay.domain.provider.AppNames;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.DatedRule;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Quirk;
import dev.patchbay.domain.provider.Scope;
import dev.patchbay.domain.provider.ScopeReason;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known about YouTube's Data API and Google's OAuth in November 2026; the dates are of the day the pages were read. */
final class YouTubeFacts {
    static final String MANAGE = "https://www.googleapis.com/auth/youtube";
    static final String READ = "https://www.googleapis.com/auth/youtube.readonly";

    private static final ProviderId ID = new ProviderId("youtube");
    private static final String OAUTH = "https://developers.google.com/identity/protocols/oauth2";
    private static final String YOUTUBE = "https://developers.google.com/youtube/v3/";

    /** There is no API of YouTube Music's own: playlists made by the Data API show up there. */
    private static final ProviderDescriptor DESCRIPTOR = new ProviderDescriptor(
                    ID,
                    "YouTube Music",
                    URI.create("https://console.cloud.google.com/apis/credentials"),
                    URI.create("https://myaccount.google.com/connections"),
                    List.of(
                            new ScopeReason(new Scope(READ), "See your channel and your playlists."),
                            new ScopeReason(new Scope(MANAGE), "Create and change playlists.")),
                    Set.of(Capability.REFRESH, Capability.REVOKE),
                    new GrantClass.NonRotating(),
                    Optional.of(Duration.ofDays(180)),
                    Optional.empty(),
                    Duration.ofHours(1),
                    List.of(
                            rule(
                                    "testing",
                                    "A project whose consent screen is in \"Testing\" loses every grant after seven"
                                            + " days. Publish the app in the Google Cloud console, then connect again.",
                                    OAUTH + "#expiration"),
                            rule(
                                    "seats",
                                    "An app that Google has not verified shows a warning, and serves 100 people in all"
                                            + " its life.",
                                    "https://support.google.com/cloud/answer/7454865"),
                            rule(
                                    "quota",
                                    "A project has 10,000 units a day, counted over all of its people; one more item"
                                            + " in a playlist costs 50. The day ends at midnight Pacific time.",
                                    YOUTUBE + "determine_quota_cost"),
                            rule(
                                    "refresh_tokens",
                                    "A refresh token ends after six months without use, and the oldest ends when one"
                                            + " person has more than 100 of one app.",
                                    OAUTH + "#expiration")),
                    new AppTerms(
                            OptionalInt.of(100),
                            Optional.of(Pattern.compile("[0-9]+-[a-z0-9]+\\.apps\\.googleusercontent\\.com"))))
            .withAppNames(AppNames.usual(ID).or(new ProviderId("google")))
            .withQuirks(List.of(
                    quirk(
                            "offline_consent",
                            "A refresh token comes only with access_type=offline, and after the first time only with"
                                    + " prompt=consent; both are always sent.",
                            OAUTH + "/web-server#offline"),
                    quirk(
                            "unticked_scopes",
                            "People may untick what an app asks for; a connection that lacks some of it is not made,"
                                    + " and says so.",
                            OAUTH + "/resources/granular-permissions"),
                    quirk(
                            "no_channel",
                            "A Google account without a channel is refused with 401, as if its token were bad: it is"
                                    + " told apart by its reason.",
                            YOUTUBE + "docs/errors"),
                    quirk(
                            "testing_grants",
                            "Grants of a project in \"Testing\" carry refresh_token_expires_in: that is kept as the"
                                    + " end of the consent.",
                            OAUTH + "#expiration"),
                    quirk(
                            "revoked_for_all",
                            "To revoke a token ends everything the person granted to the project, with all of its"
                                    + " client ids.",
                            OAUTH + "/web-server#tokenrevoke")));

    /** Authorization, tokens and the API are on machines of different names; a stand-in says itself where its parts are. */
    private static final Set<String> HOSTS =
            Set.of("accounts.google.com", "oauth2.googleapis.com", "www.googleapis.com");

    static ProviderDescriptor descriptor(YouTubeSettings settings) {
        boolean real = settings.issuer().equals(GoogleSettings.REAL_ISSUER);
        return DESCRIPTOR.withHosts(real ? HOSTS : Set.of("*"));
    }

    private YouTubeFacts() {}

    private static Quirk quirk(String name, String text, String source) {
        return new Quirk(name, text, URI.create(source));
    }

    private static DatedRule rule(String name, String text, String source) {
        return new DatedRule(name, text, LocalDate.of(2026, 11, 21), URI.create(source));
    }
}
