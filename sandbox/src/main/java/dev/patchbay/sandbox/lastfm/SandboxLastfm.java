package dev.patchbay.sandbox.lastfm;

import dev.patchbay.sandbox.ledger.Books;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.ledger.IssuedToken;
import dev.patchbay.sandbox.ledger.TokenKind;
import dev.patchbay.sandbox.party.ConsentPage;
import dev.patchbay.sandbox.party.Party;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.party.Surroundings;
import dev.patchbay.sandbox.web.Html;
import dev.patchbay.sandbox.web.Loopback;
import dev.patchbay.sandbox.web.Parameters;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Last.fm's web authentication. There is no {@code state}: the token is added to the callback that the app named, and is good once,
 * within the hour. The session key that it brings does not end by itself, and only the person can end it. Every call is signed.
 */
public final class SandboxLastfm extends Party {
    private static final String AUTH = "/lastfm/api/auth";
    private static final String DECISION = AUTH + "/decision";
    private static final String API = "/lastfm-api/2.0";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(60);
    private static final Set<String> OF_THE_DECISION = Set.of("decision", "person", "name");
    private static final ConsentPage PAGE =
            new ConsentPage("Last.fm", "#b91c1c", DECISION, "The app will be able to act for your account.");
    private static final List<Person> RESIDENTS = List.of(
            new Person("ann", "Ann Lindqvist", "ann@example.com"), new Person("bob", "Bob Okafor", "bob@example.com"));

    private final List<SandboxClient> clients;
    private volatile boolean quiet;

    /** Puts the party on the server. */
    public SandboxLastfm(Surroundings world, List<SandboxClient> clients) {
        super("lastfm", world, RESIDENTS);
        this.clients = List.copyOf(clients);
        world.server().get(AUTH + "/", this::page);
        world.server().post(DECISION, this::decision);
        world.server().get(API + "/", request -> call(request.query()));
        world.server().post(API + "/", request -> call(request.form()));
    }

    /** Where people are sent; a slash and the query follow. */
    public URI authUrl() {
        return at(AUTH);
    }

    /** Where calls go; a slash follows. */
    public URI apiUrl() {
        return at(API);
    }

    /** The name of a person's account. */
    public static String nameOf(String personId) {
        return personId + "_fm";
    }

    /** From now on errors come with status 200, or with one that says so. */
    public void quietErrors(boolean now) {
        quiet = now;
    }

    /** Goes to the page, allows the app as this person, and returns where the browser is sent. */
    public URI approve(URI authUrl, String personId) {
        return decide(authUrl, at(DECISION), Map.of("person", personId));
    }

    /** As {@link #approve}, but cancels: the callback as the app named it. */
    public URI cancel(URI authUrl) {
        return decide(authUrl, at(DECISION), Map.of("decision", "cancel"));
    }

    /** The person takes all apps' access away, on their settings page. */
    public void withdraw(String personId) {
        world.books().livingGrants(name(), personId).forEach(grant -> world.books()
                .end(grant, "withdrawn"));
    }

    /** Also takes {@code withdraw} (a person) and {@code errors} ({@code quiet}, {@code loud}). */
    @Override
    public void control(Parameters form) {
        super.control(form);
        form.get("withdraw").ifPresent(this::withdraw);
        form.get("errors").ifPresent(how -> quietErrors(how.equals("quiet")));
    }

    @Override
    public String extraControls() {
        StringBuilder options = new StringBuilder();
        offered().forEach(person -> options.append("<option>%s</option>".formatted(Html.escape(person.id()))));
        return """
            <form method="post" action="/control/lastfm">
            <label>Take all access away of <select name="withdraw">%s</select></label><button>Withdraw</button></form>
            <form method="post" action="/control/lastfm"><label>Errors come with status 200</label>
            <button name="errors" value="quiet">Yes</button> <button name="errors" value="loud">No</button></form>
            """.formatted(options);
    }

    private Reply page(Request request) {
        return serve(Endpoint.AUTHORIZE, fault -> objection(request.query())
                .orElseGet(
                        () -> PAGE.of(request.query(), request.query().get("cb").orElse(""), offered())));
    }

    private Optional<Reply> objection(Parameters asked) {
        boolean known = asked.get("api_key").flatMap(this::client).isPresent();
        boolean returns = asked.get("cb").filter(SandboxLastfm::isLoopback).isPresent();
        return known && returns
                ? Optional.empty()
                : Optional.of(Reply.html(
                        403, Html.page("Last.fm", "#b91c1c", "<main><h1>Invalid API key or callback</h1></main>")));
    }

    private static boolean isLoopback(String callback) {
        try {
            return Loopback.isLoopback(URI.create(callback));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Reply decision(Request request) {
        Map<String, String> own = new LinkedHashMap<>(request.form().asMap());
        own.keySet().removeAll(OF_THE_DECISION);
        Parameters asked = Parameters.of(own);
        Optional<Reply> objection = objection(asked);
        if (objection.isPresent()) {
            return objection.get();
        }
        String callback = asked.get("cb").orElseThrow();
        if (request.form().has("decision", "cancel")) {
            return Reply.redirect(callback);
        }
        Optional<Person> person = request.form()
                .get("person")
                .flatMap(this::person)
                .or(() -> request.form().get("name").map(name -> addPerson(name, "")));
        return person.map(who -> Reply.redirect(callback
                        + (callback.contains("?") ? "&" : "?")
                        + Parameters.encode(Map.of("token", allowed(asked, who)))))
                .orElseGet(() -> Reply.text(400, "Choose a person, or give a name."));
    }

    private String allowed(Parameters asked, Person person) {
        Grant grant = world.books().begin(name(), asked.get("api_key").orElseThrow(), person.id(), Set.of());
        return issue(TokenKind.CODE, "fm-token-", grant, false);
    }

    private String issue(TokenKind kind, String prefix, Grant grant, boolean forGood) {
        String secret = world.secret(prefix, 24);
        var until = forGood ? Books.NEVER : world.clock().instant().plus(TOKEN_LIFE);
        return world.books()
                .issue(kind, secret, grant, until, Set.of(), Map.of())
                .secret();
    }

    private Optional<SandboxClient> client(String key) {
        return clients.stream().filter(client -> client.id().equals(key)).findFirst();
    }

    private Reply call(Parameters call) {
        call.get("token").ifPresent(world.books()::presented);
        call.get("sk").ifPresent(world.books()::presented);
        return switch (call.get("method").orElse("")) {
            case "auth.getSession" ->
                serve(Endpoint.EXCHANGE, fault -> signed(call).orElseGet(() -> session(call)));
            case "auth.getToken" ->
                serve(Endpoint.CLIENT_CREDENTIALS, fault -> signed(call)
                        .orElseGet(() -> LastfmAnswers.token(world.secret("fm-token-", 24))));
            case "user.getInfo" -> serve(Endpoint.PROFILE, fault -> signed(call).orElseGet(() -> user(call)));
            default -> refuse(Refusal.MALFORMED);
        };
    }

    /** Why the call is refused before it is looked at; empty when app and signature are right. */
    private Optional<Reply> signed(Parameters call) {
        if (call.repeated() || call.get("api_key").isEmpty() || !call.has("format", "json")) {
            return Optional.of(refuse(Refusal.CLIENT_MISSING));
        }
        Optional<SandboxClient> client = client(call.get("api_key").get());
        if (client.isEmpty()) {
            return Optional.of(refuse(Refusal.CLIENT_UNKNOWN));
        }
        String right = Signature.of(call.asMap(), client.get().secret());
        return call.has("api_sig", right) ? Optional.empty() : Optional.of(refuse(Refusal.CLIENT_SECRET_WRONG));
    }

    private synchronized Reply session(Parameters call) {
        Optional<IssuedToken> token = mine(TokenKind.CODE, "token", call);
        if (token.isEmpty()) {
            return refuse(Refusal.CODE_SPENT);
        }
        world.books().end(token.get(), world.clock().instant(), "redeemed");
        Grant grant = token.get().grant();
        return person(grant.person())
                .map(who -> LastfmAnswers.session(who, issue(TokenKind.ACCESS, "fm-session-", grant, true)))
                .orElseGet(() -> refuse(Refusal.CODE_UNKNOWN));
    }

    private Reply user(Parameters call) {
        return mine(TokenKind.ACCESS, "sk", call)
                .flatMap(session -> person(session.grant().person()))
                .map(LastfmAnswers::user)
                .orElseGet(() -> refuse(Refusal.ACCESS_TOKEN_INVALID));
    }

    private Optional<IssuedToken> mine(TokenKind kind, String parameter, Parameters call) {
        return call.get(parameter)
                .flatMap(secret -> world.books().find(kind, name(), secret))
                .filter(world.books()::isLive)
                .filter(token -> call.has("api_key", token.grant().client()));
    }

    @Override
    protected Reply refuse(Refusal refusal) {
        return LastfmAnswers.refuse(refusal, quiet);
    }
}
