package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.ledger.Books;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.ledger.IssuedToken;
import dev.patchbay.sandbox.ledger.TokenKind;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Parameters;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The token endpoint. Calls are decided one at a time, so that a code or a rotating token has one winner. */
final class TokenDesk {
    /** Stands in a refresh token's memory when it was issued to a client that showed no secret. */
    private static final Map<String, String> PUBLIC = Map.of("client", "public");

    private final OAuthParty party;
    private final Surroundings world;
    private final Books books;
    private final List<IssuedToken> issuedNow = new ArrayList<>(); // for the call being decided

    TokenDesk(OAuthParty party) {
        this.party = party;
        this.world = party.world;
        this.books = world.books();
    }

    Reply answer(Request request) {
        Parameters form = request.form();
        String grantType = form.get("grant_type").orElse("");
        Endpoint endpoint =
                switch (grantType) {
                    case "refresh_token" -> Endpoint.REFRESH;
                    case "client_credentials" -> Endpoint.CLIENT_CREDENTIALS;
                    default -> Endpoint.EXCHANGE;
                };
        // Counted on arrival: a code or token that was sent is sent, whatever becomes of the answer.
        form.get("code").ifPresent(books::presented);
        form.get("refresh_token").ifPresent(books::presented);
        if (endpoint != Endpoint.REFRESH) {
            return party.serve(endpoint, fault -> decide(request, grantType, fault));
        }
        int number =
                books.refreshReceived(party.name(), form.get("refresh_token").orElse(""));
        return party.serve(endpoint, fault -> decideRefresh(number, request, fault))
                .telling(outcome -> books.refreshAnswered(number, outcome));
    }

    private synchronized Reply decideRefresh(int number, Request request, Optional<Fault.Kind> fault) {
        Reply reply = decide(request, "refresh_token", fault);
        books.refreshProcessed(number, issuedNow);
        return reply;
    }

    /** Tokens for a grant that came about without a code. */
    synchronized GivenGrant give(Grant grant) {
        return new GivenGrant(grant, issueAccessToken(grant, grant.scopes()), issueRefreshToken(grant, Map.of()));
    }

    private synchronized Reply decide(Request request, String grantType, Optional<Fault.Kind> fault) {
        issuedNow.clear();
        Parameters form = request.form();
        if (form.repeated()) {
            return party.refuse(Refusal.MALFORMED);
        }
        Optional<Refusal> objection = party.tokenObjection(request);
        if (objection.isPresent()) {
            return party.refuse(objection.get());
        }
        Optional<Credentials> credentials = Credentials.of(request);
        if (credentials.isEmpty() || !party.showsItselfRightly(request, grantType)) {
            return party.refuse(Refusal.CLIENT_MISSING);
        }
        Optional<SandboxClient> client = party.client(credentials.get().id());
        if (client.isEmpty()) {
            return party.refuse(Refusal.CLIENT_UNKNOWN);
        }
        boolean isPublic =
                party.traits().publicClients() && credentials.get().secret().isEmpty();
        if (!isPublic && !client.get().secret().equals(credentials.get().secret())) {
            return party.refuse(Refusal.CLIENT_SECRET_WRONG);
        }
        Map<String, String> shown = isPublic ? PUBLIC : Map.of();
        return switch (grantType) {
            case "authorization_code" -> exchange(client.get(), shown, form, fault);
            case "refresh_token" -> refresh(client.get(), shown, form, fault);
            case "client_credentials" ->
                party.traits().clientCredentials() && !isPublic
                        ? forItself(client.get())
                        : party.refuse(Refusal.GRANT_TYPE_UNKNOWN);
            default -> party.refuse(Refusal.GRANT_TYPE_UNKNOWN);
        };
    }

    private Reply exchange(
            SandboxClient client, Map<String, String> shown, Parameters form, Optional<Fault.Kind> fault) {
        Optional<String> sent = form.get("code");
        if (sent.isEmpty()) {
            return party.refuse(Refusal.CODE_MISSING);
        }
        Optional<IssuedToken> known = find(TokenKind.CODE, client, sent.get());
        if (known.isEmpty()) {
            return party.refuse(Refusal.CODE_UNKNOWN);
        }
        IssuedToken code = known.get();
        if (!books.isLive(code)) {
            if (books.isEnded(code)) {
                // RFC 6749 §4.1.2: whoever redeems a code twice may have stolen it, so what it brought ends.
                books.end(code.grant(), "code redeemed twice");
            }
            return party.refuse(Refusal.CODE_SPENT);
        }
        if (shown.equals(PUBLIC) && !code.details().containsKey("code_challenge")) {
            return party.refuse(Refusal.CLIENT_SECRET_WRONG);
        }
        Optional<Refusal> mismatch = mismatch(code.details(), form);
        if (mismatch.isPresent()) {
            return party.refuse(mismatch.get());
        }
        books.end(code, world.clock().instant(), "redeemed");
        Set<String> scopes = granted(code.scopes(), fault);
        Optional<String> refreshToken = party.bringsRefreshToken(code.details()) && !withholds(fault)
                ? Optional.of(issueRefreshToken(code.grant(), shown).secret())
                : Optional.empty();
        return answer(code.grant(), scopes, code.details(), refreshToken, fault);
    }

    private static Optional<Refusal> mismatch(Map<String, String> memory, Parameters form) {
        if (!form.has("redirect_uri", memory.getOrDefault("redirect_uri", ""))) {
            return Optional.of(Refusal.REDIRECT_URI_WRONG);
        }
        Optional<String> challenge = Optional.ofNullable(memory.get("code_challenge"));
        Optional<String> verifier = form.get("code_verifier");
        if (challenge.isPresent() && verifier.isEmpty()) {
            return Optional.of(Refusal.VERIFIER_MISSING);
        }
        // RFC 9700 §2.1.1: a verifier without a challenge is refused as well, against downgrades.
        return verifier.map(TokenDesk::s256).equals(challenge) ? Optional.empty() : Optional.of(Refusal.VERIFIER_WRONG);
    }

    private Reply refresh(
            SandboxClient client, Map<String, String> shown, Parameters form, Optional<Fault.Kind> fault) {
        Optional<String> sent = form.get("refresh_token");
        if (sent.isEmpty()) {
            return party.refuse(Refusal.REFRESH_TOKEN_MISSING);
        }
        Optional<IssuedToken> known = find(TokenKind.REFRESH, client, sent.get());
        if (known.isEmpty()) {
            return party.refuse(Refusal.REFRESH_TOKEN_UNKNOWN);
        }
        IssuedToken token = known.get();
        if (!token.details().equals(shown)) {
            return party.refuse(Refusal.REFRESH_TOKEN_UNKNOWN);
        }
        if (!books.isLive(token)) {
            if (books.isEnded(token) && party.rotation() instanceof RotationMode.StrictRevoke) {
                books.end(token.grant(), "refresh token reused");
            }
            return party.refuse(Refusal.REFRESH_TOKEN_DEAD);
        }
        Optional<String> successor = withholds(fault) ? Optional.empty() : rotate(token);
        return answer(token.grant(), granted(token.scopes(), fault), Map.of(), successor, fault);
    }

    private Optional<String> rotate(IssuedToken token) {
        Instant now = world.clock().instant();
        return switch (party.rotation()) {
            case RotationMode.Keep() -> Optional.empty();
            case RotationMode.Rotate() -> Optional.of(succeed(token, now));
            case RotationMode.StrictRevoke() -> Optional.of(succeed(token, now));
            case RotationMode.Grace(var time) -> Optional.of(succeed(token, now.plus(time)));
            case RotationMode.Overlap() ->
                Optional.of(issueRefreshToken(token.grant(), token.details()).secret());
        };
    }

    private String succeed(IssuedToken token, Instant end) {
        books.end(token, end, "rotated");
        return issueRefreshToken(token.grant(), token.details()).secret();
    }

    private Reply forItself(SandboxClient client) {
        Grant grant = books.begin(party.name(), client.id(), "", Set.of());
        return answer(grant, Set.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    private Reply answer(
            Grant grant,
            Set<String> scopes,
            Map<String, String> memory,
            Optional<String> refreshToken,
            Optional<Fault.Kind> fault) {
        String accessToken = issueAccessToken(grant, scopes).secret();
        Map<String, @Nullable Object> answer = Json.object(
                "access_token",
                accessToken,
                "token_type",
                "Bearer",
                "expires_in",
                world.accessTokenLife().toSeconds());
        refreshToken.ifPresent(token -> answer.put("refresh_token", token));
        if (fault.filter(Fault.Kind.BLANK_REFRESH_TOKEN::equals).isPresent()) {
            answer.put("refresh_token", "");
        }
        party.complete(answer, new OAuthParty.TokenAnswer(grant, scopes, memory, accessToken, fault));
        return Reply.json(200, answer).with("Pragma", "no-cache");
    }

    private IssuedToken issueAccessToken(Grant grant, Set<String> scopes) {
        String secret = world.secret(party.traits().accessTokenPrefix(), 96);
        Instant until = world.clock().instant().plus(world.accessTokenLife());
        return noted(books.issue(TokenKind.ACCESS, secret, grant, until, scopes, Map.of()));
    }

    private IssuedToken issueRefreshToken(Grant grant, Map<String, String> shown) {
        String secret = world.secret(party.traits().refreshTokenPrefix(), 72);
        Instant until = party.refreshTokenEnd(grant);
        return noted(books.issue(TokenKind.REFRESH, secret, grant, until, grant.scopes(), shown));
    }

    private IssuedToken noted(IssuedToken token) {
        issuedNow.add(token);
        return token;
    }

    private Optional<IssuedToken> find(TokenKind kind, SandboxClient client, String secret) {
        return books.find(kind, party.name(), secret)
                .filter(token -> token.grant().client().equals(client.id()));
    }

    private static boolean withholds(Optional<Fault.Kind> fault) {
        return fault.filter(kind -> kind == Fault.Kind.OMIT_REFRESH_TOKEN || kind == Fault.Kind.BLANK_REFRESH_TOKEN)
                .isPresent();
    }

    private static Set<String> granted(Set<String> asked, Optional<Fault.Kind> fault) {
        if (fault.filter(Fault.Kind.SHRINK_SCOPES::equals).isEmpty() || asked.isEmpty()) {
            return asked;
        }
        List<String> fewer = new ArrayList<>(asked);
        fewer.removeLast();
        return new LinkedHashSet<>(fewer);
    }

    private static String s256(String verifier) {
        return Sha256.base64Url(Sha256.of(verifier));
    }
}
