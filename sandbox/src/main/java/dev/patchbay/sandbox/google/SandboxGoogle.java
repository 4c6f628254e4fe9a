package dev.patchbay.sandbox.google;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.patchbay.sandbox.ledger.Books;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.ledger.IssuedToken;
import dev.patchbay.sandbox.ledger.TokenKind;
import dev.patchbay.sandbox.openid.IdTokens;
import dev.patchbay.sandbox.openid.SigningKeys;
import dev.patchbay.sandbox.party.AuthorizeRequest;
import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.party.OAuthParty;
import dev.patchbay.sandbox.party.OAuthTraits;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.party.Sha256;
import dev.patchbay.sandbox.party.Surroundings;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Parameters;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Google's OpenID provider. Refresh tokens come only with {@code access_type=offline}, and after the first consent only
 * with {@code prompt=consent}; they do not end by themselves. The {@code iss} parameter (RFC 9207) is always sent.
 */
public final class SandboxGoogle extends OAuthParty {
    private static final String HOME = "/google";
    private static final OAuthTraits TRAITS =
            new OAuthTraits(HOME + "/authorize", HOME + "/token", "4/0A", "ya29.a0", "1//0", false, false);
    private static final Duration TESTING_LIFE = Duration.ofDays(7);
    private static final String API_SCOPES = "https://www.googleapis.com/auth/";
    private static final Set<String> SIGN_IN_SCOPES = Set.of("openid", "email", "profile");
    private static final List<Person> RESIDENTS = List.of(
            new Person("ann", "Ann Lindqvist", "ann@example.com"), new Person("bob", "Bob Okafor", "bob@example.com"));

    private final SigningKeys keys;
    private final IdTokens idTokens;
    private volatile boolean testing;

    /** Puts the party on the server. */
    public SandboxGoogle(Surroundings world, List<SandboxClient> clients) {
        super("google", TRAITS, world, RESIDENTS, clients);
        this.keys = new SigningKeys(world.journal(), name());
        this.idTokens = new IdTokens(keys);
        openOAuth();
        world.server().get(HOME + "/.well-known/openid-configuration", request -> discovery());
        world.server().get(HOME + "/certs", request -> certs());
        world.server().get(HOME + "/userinfo", this::userinfo);
        world.server().post(HOME + "/userinfo", this::userinfo);
        world.server().post(HOME + "/revoke", this::revoke);
        world.server().get(HOME + "/face", this::face);
    }

    /** The issuer identifier, without a slash at its end. */
    public URI issuer() {
        return at(HOME);
    }

    /** Where a person's picture is. */
    public URI faceOf(String personId) {
        return at(HOME + "/face?person=" + personId);
    }

    /**
     * Takes all projects' consent screens for ones in "Testing": refresh tokens end seven days after consent, and answers say so; or for
     * published ones.
     */
    public void testing(boolean now) {
        testing = now;
    }

    /** As {@link #approve}, but with the boxes of these scopes unticked. */
    public URI approveWithout(URI authUrl, String personId, String... scopes) {
        Map<String, String> choice =
                GoogleTicks.allBut(AuthorizeRequest.of(Parameters.parse(authUrl.getRawQuery())), scopes);
        choice.put("person", personId);
        return decide(authUrl, at(HOME + "/authorize/decision"), choice);
    }

    /** Also takes {@code testing} ({@code yes}, {@code no}). */
    @Override
    public void control(Parameters form) {
        super.control(form);
        form.get("testing").ifPresent(state -> testing(state.equals("yes")));
    }

    @Override
    public String extraControls() {
        return GooglePages.controls();
    }

    /** What was unticked is not granted. */
    @Override
    protected Reply approved(AuthorizeRequest wish, Person person) {
        return super.approved(GoogleTicks.granted(wish), person);
    }

    /** Signs with a new key from now on. */
    public void rotateKeys() {
        keys.rotate();
    }

    /** The {@code sub} of a person: decimal digits, never the id or e-mail address. */
    public static String subjectOf(String personId) {
        BigInteger number = new BigInteger(1, Sha256.of("google:" + personId)).mod(BigInteger.TEN.pow(20));
        return "1%020d".formatted(number);
    }

    private Reply discovery() {
        return serve(
                Endpoint.DISCOVERY,
                fault -> GoogleAnswers.discovery(
                        issuer(),
                        fault.filter(Fault.Kind.DISCOVERY_OTHER_ISSUER::equals).isPresent()));
    }

    private Reply certs() {
        return serve(Endpoint.KEYS, fault -> Reply.json(200, keys.published().toJSONObject())
                .with("Cache-Control", "public, max-age=3600"));
    }

    private Reply userinfo(Request request) {
        return forBearer(request, access -> person(access.grant().person()).map(who -> profile(who, access)));
    }

    private Reply profile(Person person, IssuedToken access) {
        Map<String, @Nullable Object> profile = Json.object("sub", subjectOf(person.id()));
        profile.putAll(factsAbout(person, access.scopes()));
        return Reply.json(200, profile);
    }

    private Map<String, Object> factsAbout(Person person, Set<String> scopes) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (scopes.contains("email")) {
            facts.put("email", person.email());
            facts.put("email_verified", true);
        }
        if (scopes.contains("profile")) {
            facts.put("name", person.name());
            facts.put("picture", faceOf(person.id()).toString());
        }
        return facts;
    }

    private Reply revoke(Request request) {
        Optional<String> sent =
                request.form().get("token").or(() -> request.query().get("token"));
        sent.ifPresent(world.books()::presented);
        return serve(Endpoint.REVOKE, fault -> {
            Optional<IssuedToken> token = sent.flatMap(secret -> world.books()
                    .find(TokenKind.REFRESH, name(), secret)
                    .or(() -> world.books().find(TokenKind.ACCESS, name(), secret)));
            if (token.filter(world.books()::isLive).isEmpty()) {
                return GoogleAnswers.error(400, "invalid_token", "Token expired or revoked");
            }
            world.books().end(token.get().grant(), "revoked by the client");
            return Reply.json(200, Map.of());
        });
    }

    private Reply face(Request request) {
        return request.query()
                .get("person")
                .flatMap(this::person)
                .map(GooglePages::face)
                .orElseGet(() -> Reply.text(404, "Nobody of that name."));
    }

    @Override
    protected Optional<Reply> objection(AuthorizeRequest wish) {
        Optional<SandboxClient> client = client(wish.clientId());
        if (client.isEmpty()) {
            return blocked(401, "invalid_client", "The OAuth client was not found.");
        }
        if (!mayReturnTo(client.get(), wish.redirectUri())) {
            return blocked(400, "redirect_uri_mismatch", "The redirect URI is not registered for this client.");
        }
        if (!wish.get("response_type").equals(Optional.of("code"))) {
            return blocked(400, "unsupported_response_type", "The response_type must be code.");
        }
        if (wish.scopes().isEmpty()) {
            return blocked(400, "invalid_request", "Missing required parameter: scope");
        }
        if (!wish.scopes().stream().allMatch(s -> SIGN_IN_SCOPES.contains(s) || s.startsWith(API_SCOPES))) {
            return blocked(400, "invalid_scope", "Some requested scopes were invalid.");
        }
        return wish.hasSoundChallenge()
                ? Optional.empty()
                : blocked(400, "invalid_request", "PKCE needs an S256 code_challenge.");
    }

    private static Optional<Reply> blocked(int status, String error, String explanation) {
        return Optional.of(GooglePages.blocked(status, error, explanation));
    }

    @Override
    protected Optional<Reply> shortcut(AuthorizeRequest wish, Request request) {
        return wish.get("prompt").equals(Optional.of("none"))
                ? Optional.of(refused(wish, "login_required"))
                : Optional.empty();
    }

    @Override
    protected Reply page(AuthorizeRequest wish) {
        return GooglePages.signIn(wish, offered());
    }

    @Override
    protected Set<String> usualScopes() {
        return SIGN_IN_SCOPES;
    }

    @Override
    protected Map<String, String> returnExtras() {
        return Map.of("iss", issuer().toString());
    }

    @Override
    protected Map<String, String> rememberWithCode(AuthorizeRequest wish, Person person) {
        boolean offline = wish.get("access_type").equals(Optional.of("offline"));
        boolean asksAgain = wish.get("prompt").orElse("").contains("consent");
        boolean firstTime = world.books().livingGrants(name(), person.id()).stream()
                .noneMatch(grant -> grant.client().equals(wish.clientId()));
        return offline && (asksAgain || firstTime) ? Map.of("offline", "true") : Map.of();
    }

    @Override
    protected boolean bringsRefreshToken(Map<String, String> memory) {
        return memory.containsKey("offline");
    }

    @Override
    protected Instant refreshTokenEnd(Grant grant) {
        return testing ? grant.begunAt().plus(TESTING_LIFE) : Books.NEVER;
    }

    @Override
    protected void complete(Map<String, @Nullable Object> answer, TokenAnswer facts) {
        answer.put("scope", facts.scopes().stream().map(SandboxGoogle::inFull).collect(Collectors.joining(" ")));
        if (testing && answer.containsKey("refresh_token")) {
            answer.put("refresh_token_expires_in", TESTING_LIFE.toSeconds() - 1);
        }
        if (!facts.grant().scopes().contains("openid")) {
            return;
        }
        Person person = person(facts.grant().person())
                .orElseThrow(() -> new IllegalStateException(
                        "a grant of nobody: " + facts.grant().id()));
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .audience(facts.grant().client())
                .claim("azp", facts.grant().client())
                .subject(subjectOf(person.id()));
        factsAbout(person, facts.scopes()).forEach(claims::claim);
        Optional.ofNullable(facts.memory().get("nonce")).ifPresent(nonce -> claims.claim("nonce", nonce));
        Instant now = world.clock().instant();
        String idToken = idTokens.issue(claims.build(), facts.accessToken(), now, facts.fault());
        world.books().issue(TokenKind.ID, idToken, facts.grant(), Books.NEVER, facts.scopes(), Map.of());
        answer.put("id_token", idToken);
    }

    /** Google answers with its own long names for two of the OpenID scopes. */
    private static String inFull(String scope) {
        return switch (scope) {
            case "email", "profile" -> API_SCOPES + "userinfo." + scope;
            default -> scope;
        };
    }

    @Override
    protected Reply refuse(Refusal refusal) {
        return GoogleAnswers.refuse(refusal);
    }
}
