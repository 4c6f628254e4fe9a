package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.ledger.IssuedToken;
import dev.patchbay.sandbox.ledger.TokenKind;
import dev.patchbay.sandbox.web.Loopback;
import dev.patchbay.sandbox.web.Parameters;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A party with the authorization-code flow (RFC 6749 §4.1, PKCE) and refresh tokens. */
public abstract class OAuthParty extends Party {
    private static final Duration CODE_LIFE = Duration.ofSeconds(60);

    private final OAuthTraits traits;
    private final List<SandboxClient> clients;
    private final TokenDesk desk;
    private volatile RotationMode rotation = new RotationMode.Keep();

    /** A party of these traits that knows these clients. */
    protected OAuthParty(
            String name, OAuthTraits traits, Surroundings world, List<Person> residents, List<SandboxClient> clients) {
        super(name, world, residents);
        this.traits = traits;
        this.clients = new CopyOnWriteArrayList<>(clients);
        this.desk = new TokenDesk(this);
    }

    final OAuthTraits traits() {
        return traits;
    }

    /** The clients it knows; the first is the usual one. */
    public final List<SandboxClient> clients() {
        return List.copyOf(clients);
    }

    /** Gives this client another secret, as its owner may do in a dashboard: the one before is refused from now on. */
    public final void newSecret(String clientId, String secret) {
        clients.replaceAll(client ->
                client.id().equals(clientId) ? new SandboxClient(clientId, secret, client.redirectUris()) : client);
    }

    /** From now on refresh tokens are treated in this way; {@link RotationMode.Keep} at first. */
    public final void rotation(RotationMode mode) {
        rotation = mode;
    }

    /** How refresh tokens are treated now. */
    public final RotationMode rotation() {
        return rotation;
    }

    /**
     * Goes to the authorization page over HTTP, agrees as this person, and returns where the browser is sent: the
     * redirect URI with {@code code} and {@code state}.
     *
     * @throws IllegalStateException if the party shows an error page instead
     */
    public final URI approve(URI authUrl, String personId) {
        return Visitor.decide(authUrl, at(traits.decisionPath()), Map.of("person", personId));
    }

    /** As {@link #approve}, but cancels: the redirect URI with {@code error=access_denied} and {@code state}. */
    public final URI cancel(URI authUrl) {
        return Visitor.decide(authUrl, at(traits.decisionPath()), Map.of("decision", "cancel"));
    }

    /**
     * A grant as {@link #approve} and an exchange would have brought it a day ago, without a browser: to the usual client,
     * with the usual scopes. Somebody of an id that is not known is made up. It costs the same however many there are.
     *
     * @throws IllegalArgumentException if nobody can have such an id
     */
    public final GivenGrant grant(String personId) {
        return grant(personId, clients.getFirst(), usualScopes(), Duration.ofDays(1));
    }

    /** As {@link #grant(String)}, to this client, with these scopes, and consent given this long ago. */
    public final GivenGrant grant(String personId, SandboxClient client, Set<String> scopes, Duration ago) {
        Person person = personOrMadeUp(personId);
        Instant begun = world.clock().instant().minus(ago);
        return desk.give(world.books().begin(name(), client.id(), person.id(), Set.copyOf(scopes), begun));
    }

    /** The person withdraws all consent at the party's own account page: every token of theirs is dead. */
    public final void withdraw(String personId) {
        world.books().livingGrants(name(), personId).forEach(grant -> world.books()
                .end(grant, "withdrawn"));
    }

    /** Ends one grant, as a vendor may at any time. */
    public final void end(Grant grant, String why) {
        world.books().end(grant, why);
    }

    @Override
    public void control(Parameters form) {
        super.control(form);
        form.get("rotation").ifPresent(mode -> rotation(RotationMode.named(mode, seconds(form))));
        form.get("withdraw").ifPresent(this::withdraw);
    }

    /** Puts the authorization page, its decision and the token endpoint on the server. */
    protected final void openOAuth() {
        openOAuthAt(traits.authorizePath(), traits.tokenPath());
        world.server().post(traits.decisionPath(), this::decide);
    }

    /** Puts the authorization page and the token endpoint at other paths, too, for a party with several doors. */
    protected final void openOAuthAt(String authorizePath, String tokenPath) {
        world.server().get(authorizePath, this::authorize);
        world.server().post(tokenPath, request -> dressed(request, desk.answer(request)));
    }

    /** The token endpoint's answer in the form that the caller asked for. */
    protected Reply dressed(Request request, Reply reply) {
        return reply;
    }

    /** What the party has against the way in which a token request is made; empty when nothing. */
    protected Optional<Refusal> tokenObjection(Request request) {
        return Optional.empty();
    }

    /**
     * Answers a {@link Endpoint#PROFILE} call that carries an access token (RFC 6750 §2.1), and refuses one without, with
     * a dead one, or with one that {@code resource} has nothing for.
     */
    protected final Reply forBearer(Request request, Function<IssuedToken, Optional<Reply>> resource) {
        return forToken(request, "Bearer", resource);
    }

    /** As {@link #forBearer}, for an API whose {@code Authorization} header has another scheme. */
    protected final Reply forToken(Request request, String scheme, Function<IssuedToken, Optional<Reply>> resource) {
        Optional<String> token = request.authorization(scheme);
        token.ifPresent(world.books()::presented);
        return serve(Endpoint.PROFILE, fault -> {
            if (token.isEmpty()) {
                return refuse(Refusal.ACCESS_TOKEN_MISSING);
            }
            return world.books()
                    .find(TokenKind.ACCESS, name(), token.get())
                    .filter(world.books()::isLive)
                    .flatMap(resource)
                    .orElseGet(() -> refuse(Refusal.ACCESS_TOKEN_INVALID));
        });
    }

    private Reply authorize(Request request) {
        AuthorizeRequest wish = AuthorizeRequest.of(request.query());
        return serve(Endpoint.AUTHORIZE, fault -> objection(wish)
                .orElseGet(() -> shortcut(wish, request).orElseGet(() -> page(wish))));
    }

    private Reply decide(Request request) {
        AuthorizeRequest wish = AuthorizeRequest.of(request.form());
        Optional<Reply> objection = objection(wish);
        if (objection.isPresent()) {
            return objection.get();
        }
        if (request.form().has("decision", "cancel")) {
            return refused(wish, "access_denied");
        }
        return chosen(request.form())
                .map(person -> approved(wish, person))
                .orElseGet(() -> Reply.text(400, "Choose a person, or give a name."));
    }

    private Optional<Person> chosen(Parameters form) {
        Optional<String> id = form.get("person");
        return id.isPresent()
                ? id.flatMap(this::person)
                : form.get("name").map(name -> addPerson(name, form.get("email").orElse("")));
    }

    /** Sends the browser back with an error (RFC 6749 §4.1.2.1). */
    protected final Reply refused(AuthorizeRequest wish, String error) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", error);
        answer.putAll(returnExtras());
        return Reply.redirect(wish.returnWith(answer));
    }

    /** Sends the browser back with a new code of this person. */
    protected Reply approved(AuthorizeRequest wish, Person person) {
        Map<String, String> memory = new LinkedHashMap<>();
        for (String name : List.of("redirect_uri", "code_challenge", "nonce")) {
            wish.get(name).ifPresent(value -> memory.put(name, value));
        }
        memory.putAll(rememberWithCode(wish, person));
        String code = world.secret(traits.codePrefix(), 48);
        Grant grant = world.books().begin(name(), wish.clientId(), person.id(), wish.scopes());
        Instant until = world.clock().instant().plus(CODE_LIFE);
        world.books().issue(TokenKind.CODE, code, grant, until, wish.scopes(), memory);
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("code", code);
        answer.putAll(returnExtras());
        return Reply.redirect(wish.returnWith(answer));
    }

    /** The client of this id. */
    protected final Optional<SandboxClient> client(String id) {
        return clients.stream().filter(client -> client.id().equals(id)).findFirst();
    }

    /** Whether the client may return there: byte by byte as registered, or else any loopback address. */
    protected static boolean mayReturnTo(SandboxClient client, String redirectUri) {
        return client.redirectUris()
                .map(registered -> registered.contains(redirectUri))
                .orElseGet(() -> isLoopbackPage(redirectUri));
    }

    private static boolean isLoopbackPage(String redirectUri) {
        try {
            URI uri = URI.create(redirectUri);
            return Loopback.isLoopback(uri)
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a client showed itself at the token endpoint in the way that the party wants; in either, at most of them. */
    protected boolean showsItselfRightly(Request request, String grantType) {
        return true;
    }

    /** An error page if the request is one that must not be redirected back; empty if it is in order. */
    protected abstract Optional<Reply> objection(AuthorizeRequest wish);

    /** A redirect for a request that needs no page, in order as it is; empty if the page is to be shown. */
    protected abstract Optional<Reply> shortcut(AuthorizeRequest wish, Request request);

    /** The page on which a person decides. */
    protected abstract Reply page(AuthorizeRequest wish);

    /** What an app commonly asks for. */
    protected abstract Set<String> usualScopes();

    /** What the party adds to every return, such as {@code iss}. */
    protected abstract Map<String, String> returnExtras();

    /** What the party must know when the code is redeemed, beyond redirect URI, challenge and nonce. */
    protected abstract Map<String, String> rememberWithCode(AuthorizeRequest wish, Person person);

    /** Whether this code brings a refresh token; {@code memory} is what was remembered with it. */
    protected abstract boolean bringsRefreshToken(Map<String, String> memory);

    /** When a refresh token of this grant ends, counted from consent. */
    protected abstract Instant refreshTokenEnd(Grant grant);

    /** Completes a token answer: the {@code scope} as the party writes it, an ID token. */
    protected abstract void complete(Map<String, @Nullable Object> answer, TokenAnswer facts);

    /**
     * What a token answer is about.
     *
     * @param grant the family
     * @param scopes what is granted with this answer
     * @param memory what was remembered with the code; empty on refresh
     * @param accessToken the new access token
     * @param fault a fault to commit within
     */
    protected record TokenAnswer(
            Grant grant,
            Set<String> scopes,
            Map<String, String> memory,
            String accessToken,
            Optional<Fault.Kind> fault) {
        /** Prints the grant's id only. */
        @Override
        public String toString() {
            return "answer for " + grant.id();
        }
    }
}
