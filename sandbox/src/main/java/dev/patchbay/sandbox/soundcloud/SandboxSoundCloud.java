package dev.patchbay.sandbox.soundcloud;

import dev.patchbay.sandbox.ledger.Books;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.ledger.IssuedToken;
import dev.patchbay.sandbox.ledger.TokenKind;
import dev.patchbay.sandbox.party.AuthorizeRequest;
import dev.patchbay.sandbox.party.ConsentPage;
import dev.patchbay.sandbox.party.OAuthParty;
import dev.patchbay.sandbox.party.OAuthTraits;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.party.RotationMode;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.party.Surroundings;
import dev.patchbay.sandbox.web.Html;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SoundCloud as its guide has it: PKCE is required beside the secret, which is shown in the form; a refresh token is good once; there
 * are no scopes; the API wants {@code Authorization: OAuth}; sign-out ends the grant of the access token that it is shown.
 */
public final class SandboxSoundCloud extends OAuthParty {
    private static final String SECURE = "/soundcloud";
    private static final String API = "/soundcloud-api";
    private static final OAuthTraits TRAITS = new OAuthTraits(
            SECURE + "/authorize", SECURE + "/oauth/token", "sc-code-", "2-29", "sc-refresh-", true, false);
    private static final ConsentPage PAGE = new ConsentPage(
            "SoundCloud",
            "#c2410c",
            SECURE + "/authorize/decision",
            "The app will be able to do whatever you can do at SoundCloud.");
    private static final List<Person> RESIDENTS = List.of(
            new Person("ann", "Ann Lindqvist", "ann@example.com"), new Person("bob", "Bob Okafor", "bob@example.com"));

    /** Puts the party on the server. */
    public SandboxSoundCloud(Surroundings world, List<SandboxClient> clients) {
        super("soundcloud", TRAITS, world, RESIDENTS, clients);
        rotation(new RotationMode.Rotate());
        openOAuth();
        world.server().post(SECURE + "/sign-out", this::signOut);
        world.server().get(API + "/me", this::me);
    }

    /** Where people and token requests go. */
    public URI authUrl() {
        return at(SECURE);
    }

    /** Where the API is. */
    public URI apiUrl() {
        return at(API);
    }

    /** The URN of a person. */
    public static String urnOf(String personId) {
        return "soundcloud:users:" + Integer.toUnsignedString(("soundcloud:" + personId).hashCode());
    }

    private Reply me(Request request) {
        return forToken(request, "OAuth", access -> person(access.grant().person())
                .map(who -> SoundCloudAnswers.profile(who, apiUrl())));
    }

    /** One that is signed out already is answered alike; one that was never issued here, or has expired, is not known. */
    private Reply signOut(Request request) {
        Optional<String> sent = tokenIn(request);
        sent.ifPresent(world.books()::presented);
        return serve(Endpoint.REVOKE, fault -> {
            Optional<IssuedToken> token = sent.flatMap(secret -> world.books().find(TokenKind.ACCESS, name(), secret));
            boolean ended =
                    token.flatMap(known -> world.books().endOf(known.grant())).isPresent();
            if (token.isEmpty() || (!ended && !world.books().isLive(token.get()))) {
                return SoundCloudAnswers.refuse(Refusal.ACCESS_TOKEN_INVALID);
            }
            world.books().end(token.get().grant(), "signed out");
            return Reply.json(200, Map.of());
        });
    }

    private static Optional<String> tokenIn(Request request) {
        try {
            return Optional.ofNullable(Json.read(request.body()).get("access_token"))
                    .map(String::valueOf);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The secret belongs into the form, but for a token of the app's own: there it belongs into the header. */
    @Override
    protected boolean showsItselfRightly(Request request, String grantType) {
        boolean basic = request.authorization("Basic").isPresent();
        return basic == grantType.equals("client_credentials");
    }

    @Override
    protected Optional<Reply> objection(AuthorizeRequest wish) {
        Optional<SandboxClient> client = client(wish.clientId());
        if (client.isEmpty() || !mayReturnTo(client.get(), wish.redirectUri())) {
            return Optional.of(Reply.html(
                    404, Html.page("SoundCloud", "#c2410c", "<main><h1>We can't find that app.</h1></main>")));
        }
        return Optional.empty();
    }

    /** What is wrong with the rest of the request goes back to the app. */
    @Override
    protected Optional<Reply> shortcut(AuthorizeRequest wish, Request request) {
        boolean sound = wish.get("response_type").equals(Optional.of("code"))
                && wish.get("code_challenge").isPresent()
                && wish.hasSoundChallenge();
        return sound ? Optional.empty() : Optional.of(refused(wish, "invalid_request"));
    }

    @Override
    protected Reply page(AuthorizeRequest wish) {
        return PAGE.of(wish.parameters(), wish.redirectUri(), offered());
    }

    @Override
    protected Set<String> usualScopes() {
        return Set.of();
    }

    @Override
    protected Map<String, String> returnExtras() {
        return Map.of();
    }

    @Override
    protected Map<String, String> rememberWithCode(AuthorizeRequest wish, Person person) {
        return Map.of();
    }

    @Override
    protected boolean bringsRefreshToken(Map<String, String> memory) {
        return true;
    }

    @Override
    protected Instant refreshTokenEnd(Grant grant) {
        return Books.NEVER;
    }

    @Override
    protected void complete(Map<String, @Nullable Object> answer, TokenAnswer facts) {
        answer.put("scope", "");
    }

    @Override
    protected Reply refuse(Refusal refusal) {
        return SoundCloudAnswers.refuse(refusal);
    }
}
