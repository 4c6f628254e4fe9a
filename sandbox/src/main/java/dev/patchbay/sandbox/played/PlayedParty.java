package dev.patchbay.sandbox.played;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.ledger.TokenKind;
import dev.patchbay.sandbox.party.AuthorizeRequest;
import dev.patchbay.sandbox.party.ConsentPage;
import dev.patchbay.sandbox.party.Credentials;
import dev.patchbay.sandbox.party.OAuthParty;
import dev.patchbay.sandbox.party.OAuthTraits;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.party.RotationMode;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.party.Surroundings;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A platform as its script says, with every misbehaviour of the others. */
public final class PlayedParty extends OAuthParty {
    private static final List<Person> RESIDENTS = List.of(
            new Person("ann", "Ann Lindqvist", "ann@example.com"), new Person("bob", "Bob Okafor", "bob@example.com"));
    private static final Duration LONG = Duration.ofDays(3650);

    private final Script script;

    /** Puts the party on the server, under {@code /<party>}. */
    public PlayedParty(Surroundings world, Script script) {
        super(script.party(), traits(script), world, RESIDENTS, List.of(script.client()));
        this.script = script;
        if (!script.get("rotation").equals("none")) {
            rotation(RotationMode.named(script.get("rotation"), Duration.ofSeconds(30)));
        }
        openOAuth();
        world.server().get(path(script, "profile"), this::profile);
        if (!script.get("revocation").isEmpty()) {
            world.server().post(path(script, "revocation"), this::revoke);
        }
    }

    private static OAuthTraits traits(Script script) {
        return new OAuthTraits(
                path(script, "authorize"),
                path(script, "token"),
                "co-",
                "at-",
                "rt-",
                false,
                Boolean.parseBoolean(script.get("public.clients")));
    }

    private static String path(Script script, String line) {
        return "/" + script.party() + script.get(line);
    }

    /** The settings of a service that is to meet this party in place of the real one. */
    public Map<String, String> settings() {
        return script.settings(at("/" + script.party()).toString());
    }

    private Reply profile(Request request) {
        return forToken(request, script.get("profile.scheme", "Bearer"), access -> person(
                        access.grant().person())
                .map(this::about));
    }

    private Reply about(Person person) {
        return Reply.json(
                200,
                Json.read(script.get("profile.json")
                        .replace("{id}", person.id())
                        .replace("{name}", person.name().replace("\\", "\\\\").replace("\"", "\\\""))));
    }

    private Reply revoke(Request request) {
        Optional<SandboxClient> client = Credentials.of(request).flatMap(shown -> client(shown.id())
                .filter(known -> known.secret().equals(shown.secret())));
        return serve(Endpoint.REVOKE, fault -> {
            if (client.isEmpty()) {
                return refuse(Refusal.CLIENT_SECRET_WRONG);
            }
            request.form().get("token").ifPresent(this::end);
            return Reply.text(200, "");
        });
    }

    private void end(String token) {
        for (TokenKind kind : List.of(TokenKind.REFRESH, TokenKind.ACCESS)) {
            world.books().find(kind, name(), token).ifPresent(found -> world.books()
                    .end(found.grant(), "revoked"));
        }
    }

    @Override
    protected Optional<Reply> objection(AuthorizeRequest wish) {
        Optional<SandboxClient> client = client(wish.clientId());
        if (client.isEmpty()) {
            return Optional.of(Reply.text(400, "invalid_client"));
        }
        if (!mayReturnTo(client.get(), wish.redirectUri())) {
            return Optional.of(Reply.text(400, "invalid redirect_uri"));
        }
        if (!wish.get("response_type").equals(Optional.of("code")) || !wish.hasSoundChallenge()) {
            return Optional.of(Reply.text(400, "invalid_request"));
        }
        return script.scopes().containsAll(wish.scopes())
                ? Optional.empty()
                : Optional.of(refused(wish, "invalid_scope"));
    }

    @Override
    protected Optional<Reply> shortcut(AuthorizeRequest wish, Request request) {
        return Optional.empty();
    }

    @Override
    protected Reply page(AuthorizeRequest wish) {
        String promise = "The app asks for: "
                + (wish.scopes().isEmpty() ? "nothing beyond your profile" : String.join(", ", wish.scopes())) + ".";
        return new ConsentPage(script.get("name"), "#374151", path(script, "authorize") + "/decision", promise)
                .of(wish.parameters(), wish.redirectUri(), offered());
    }

    @Override
    protected Set<String> usualScopes() {
        return script.scopes();
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
        return !script.get("rotation").equals("none");
    }

    @Override
    protected Instant refreshTokenEnd(Grant grant) {
        return grant.begunAt().plus(LONG);
    }

    @Override
    protected void complete(Map<String, @Nullable Object> answer, TokenAnswer facts) {
        if (Boolean.parseBoolean(script.get("answers.scope", "true"))) {
            answer.put("scope", String.join(" ", facts.scopes()));
        }
    }

    @Override
    protected Reply refuse(Refusal refusal) {
        return PlayedRefusals.of(refusal);
    }
}
