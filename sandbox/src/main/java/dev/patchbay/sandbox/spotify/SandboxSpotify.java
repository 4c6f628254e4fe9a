package dev.patchbay.sandbox.spotify;

import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.party.AuthorizeRequest;
import dev.patchbay.sandbox.party.OAuthParty;
import dev.patchbay.sandbox.party.OAuthTraits;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.party.Surroundings;
import dev.patchbay.sandbox.web.Loopback;
import dev.patchbay.sandbox.web.Parameters;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spotify's accounts service and Web API as they are since July 2026: a refresh returns no new refresh token, and
 * consent ends a fixed time after it was given, refreshed or not. Cleo is not on the list of the first client, so that
 * a full app can be shown; she is on the lists of all others.
 */
public final class SandboxSpotify extends OAuthParty {
    private static final String ACCOUNTS = "/spotify-accounts";
    private static final String API = "/spotify-api/v1";
    private static final OAuthTraits TRAITS =
            new OAuthTraits(ACCOUNTS + "/authorize", ACCOUNTS + "/api/token", "AQ", "BQ", "AQ", true, true);
    private static final Set<String> USUAL_SCOPES = Set.of(
            "playlist-read-private",
            "playlist-read-collaborative",
            "playlist-modify-private",
            "playlist-modify-public");
    private static final String COOKIE = "sandbox_spotify";
    private static final List<Person> RESIDENTS = List.of(
            new Person("ann", "Ann Lindqvist", "ann@example.com"),
            new Person("bob", "Bob Okafor", "bob@example.com"),
            new Person("cleo", "Cleo (not on the app's list)", "cleo@example.com"));

    private final SpotifyApps apps;
    private final String firstClient;
    private final Duration consentLife;

    /** Puts the party on the server. */
    public SandboxSpotify(Surroundings world, List<SandboxClient> clients, Duration consentLife) {
        super("spotify", TRAITS, world, RESIDENTS, clients);
        this.consentLife = consentLife;
        this.firstClient = clients.getFirst().id();
        this.apps = new SpotifyApps(world.journal());
        apps.leaveOffAtFirst(firstClient, "cleo");
        apps.takeEarlier();
        openOAuth();
        world.server().get(API + "/me", this::me);
        List<SandboxClient> registered = clients.subList(1, clients.size());
        world.server().get(ACCOUNTS + "/dashboard", request -> SpotifyPages.dashboard(registered));
    }

    /** Where people and token requests go. */
    public URI accountsUrl() {
        return at(ACCOUNTS);
    }

    /** Where people see the apps that they registered: all but the first, which is the operator's. */
    public URI dashboardUrl() {
        return at(ACCOUNTS + "/dashboard");
    }

    /** Where the Web API is. */
    public URI apiUrl() {
        return at(API);
    }

    /** Puts a person on the list of the first client, or takes them off. */
    public void seat(String personId, boolean seated) {
        seat(firstClient, personId, seated);
    }

    /** Puts a person on the list of this client, or takes them off. */
    public void seat(String clientId, String personId, boolean seated) {
        apps.seat(clientId, personId, seated);
    }

    /** Lets the Premium of the first client's owner be active, or lapse. */
    public void ownerPremium(boolean active) {
        ownerPremium(firstClient, active);
    }

    /** Lets the Premium of this client's owner be active, or lapse. */
    public void ownerPremium(String clientId, boolean active) {
        apps.ownerPremium(clientId, active);
    }

    /** The {@code account_id} of a person, which is not their {@code id}. */
    public static String accountIdOf(String personId) {
        return WebApi.accountIdOf(personId);
    }

    /**
     * Also takes {@code seat} ({@code on}, {@code off}) with {@code person}, and {@code premium} ({@code active},
     * {@code lapsed}); of the first client, or of the one that {@code client} names.
     */
    @Override
    public void control(Parameters form) {
        super.control(form);
        String client = form.get("client").orElse(firstClient);
        form.get("seat").ifPresent(seat -> seat(client, form.get("person").orElse(""), seat.equals("on")));
        form.get("premium").ifPresent(premium -> ownerPremium(client, premium.equals("active")));
    }

    @Override
    public String extraControls() {
        return SpotifyPages.controls(offered());
    }

    private Reply me(Request request) {
        return forBearer(request, access -> WebApi.closedTo(access, apps)
                .or(() -> person(access.grant().person()).map(who -> WebApi.profile(who, apiUrl()))));
    }

    @Override
    protected Optional<Reply> objection(AuthorizeRequest wish) {
        Optional<SandboxClient> client = client(wish.clientId());
        if (client.isEmpty()) {
            return Optional.of(SpotifyPages.bare("INVALID_CLIENT: Invalid client"));
        }
        if (!mayReturnTo(client.get(), wish.redirectUri())) {
            return Optional.of(SpotifyPages.bare("INVALID_CLIENT: Invalid redirect URI"));
        }
        if (isInsecure(URI.create(wish.redirectUri()))) {
            return Optional.of(SpotifyPages.bare("INVALID_CLIENT: Insecure redirect URI"));
        }
        if (!wish.get("response_type").equals(Optional.of("code"))) {
            return Optional.of(SpotifyPages.bare("response_type must be code"));
        }
        if (!SpotifyScopes.areKnown(wish.scopes())) {
            return Optional.of(SpotifyPages.bare("Illegal scope"));
        }
        return wish.hasSoundChallenge()
                ? Optional.empty()
                : Optional.of(SpotifyPages.bare("code_challenge_method must be S256"));
    }

    /** Plain http is for loopback literals; {@code localhost} has been refused since November 2025. */
    private static boolean isInsecure(URI redirectUri) {
        return "http".equals(redirectUri.getScheme()) && !Loopback.isLiteral(redirectUri);
    }

    /** A browser that was here before, and has agreed to all of this, is sent back without a page. */
    @Override
    protected Optional<Reply> shortcut(AuthorizeRequest wish, Request request) {
        if (wish.get("show_dialog").equals(Optional.of("true"))) {
            return Optional.empty();
        }
        return request.cookie(COOKIE)
                .flatMap(this::person)
                .filter(person -> world.books().livingGrants(name(), person.id()).stream()
                        .anyMatch(grant -> grant.client().equals(wish.clientId())
                                && grant.scopes().containsAll(wish.scopes())))
                .map(person -> approved(wish, person));
    }

    @Override
    protected Reply page(AuthorizeRequest wish) {
        return SpotifyPages.consent(wish, offered());
    }

    @Override
    protected Reply approved(AuthorizeRequest wish, Person person) {
        return super.approved(wish, person)
                .with("Set-Cookie", COOKIE + "=" + person.id() + "; Path=" + ACCOUNTS + "; HttpOnly; SameSite=Lax");
    }

    @Override
    protected Set<String> usualScopes() {
        return USUAL_SCOPES;
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
        return grant.begunAt().plus(consentLife);
    }

    @Override
    protected void complete(Map<String, @Nullable Object> answer, TokenAnswer facts) {
        if (!facts.grant().person().isEmpty()) {
            answer.put("scope", String.join(" ", facts.scopes()));
        }
    }

    @Override
    protected Reply refuse(Refusal refusal) {
        return SpotifyRefusals.of(refusal);
    }
}
