package dev.patchbay.sandbox.youtube;

import dev.patchbay.sandbox.google.SandboxGoogle;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.IssuedToken;
import dev.patchbay.sandbox.ledger.TokenKind;
import dev.patchbay.sandbox.party.Party;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.party.Sha256;
import dev.patchbay.sandbox.party.Surroundings;
import dev.patchbay.sandbox.web.Html;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Parameters;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** YouTube's Data API for the people and the tokens of the sandbox's Google. Everybody has a channel unless it was closed. */
public final class SandboxYouTube extends Party {
    private static final String API = "/youtube-api/v3";
    private static final String SCOPES = "https://www.googleapis.com/auth/youtube";
    private static final Set<String> READING = Set.of(SCOPES, SCOPES + ".readonly", SCOPES + ".force-ssl");

    private final SandboxGoogle google;
    private final Set<String> withoutChannel = ConcurrentHashMap.newKeySet();

    /** Puts the API on the server. */
    public SandboxYouTube(Surroundings world, SandboxGoogle google) {
        super("youtube", world, List.of());
        this.google = google;
        world.server().get(API + "/channels", this::channels);
    }

    /** Where the API is, its version included. */
    public URI apiUrl() {
        return at(API);
    }

    /** Opens somebody's channel, or closes it. */
    public void channel(String personId, boolean open) {
        if (open) {
            withoutChannel.remove(personId);
        } else {
            withoutChannel.add(personId);
        }
    }

    /** The id of a person's channel. */
    public static String channelOf(String personId) {
        return "UC" + Sha256.base64Url(Sha256.of("youtube:" + personId)).substring(0, 22);
    }

    /** Also takes {@code channel} ({@code open}, {@code closed}) with {@code person}. */
    @Override
    public void control(Parameters form) {
        super.control(form);
        form.get("channel").ifPresent(state -> channel(form.get("person").orElse(""), state.equals("open")));
    }

    @Override
    public String extraControls() {
        StringBuilder options = new StringBuilder();
        google.offered().forEach(person -> options.append("<option>%s</option>".formatted(Html.escape(person.id()))));
        return """
            <form method="post" action="/control/youtube">
            <label>The channel of <select name="person">%s</select></label>
            <button name="channel" value="open">Open</button>
            <button name="channel" value="closed">Close</button></form>
            """.formatted(options);
    }

    private Reply channels(Request request) {
        Optional<String> sent = request.authorization("Bearer");
        sent.ifPresent(world.books()::presented);
        return serve(Endpoint.PROFILE, fault -> sent.flatMap(
                        secret -> world.books().find(TokenKind.ACCESS, google.name(), secret))
                .filter(world.books()::isLive)
                .flatMap(access -> google.person(access.grant().person()).map(who -> channel(who, access)))
                .orElseGet(() -> refuse(Refusal.ACCESS_TOKEN_INVALID)));
    }

    private Reply channel(Person person, IssuedToken access) {
        if (access.scopes().stream().noneMatch(READING::contains)) {
            return error(403, "insufficientPermissions", "PERMISSION_DENIED", "Insufficient Permission");
        }
        return withoutChannel.contains(person.id())
                ? error(401, "youtubeSignupRequired", "UNAUTHENTICATED", "Unauthorized")
                : Reply.json(
                        200,
                        Json.object(
                                "kind",
                                "youtube#channelListResponse",
                                "etag",
                                "sandbox",
                                "pageInfo",
                                Json.object("totalResults", 1, "resultsPerPage", 5),
                                "items",
                                List.of(Json.object(
                                        "kind",
                                        "youtube#channel",
                                        "id",
                                        channelOf(person.id()),
                                        "snippet",
                                        Json.object(
                                                "title",
                                                person.name(),
                                                "thumbnails",
                                                Map.of("default", Map.of("url", google.faceOf(person.id()))))))));
    }

    @Override
    protected Reply refuse(Refusal refusal) {
        return switch (refusal) {
            case THROTTLED -> error(429, "rateLimitExceeded", "RESOURCE_EXHAUSTED", "Too many requests");
            case QUOTA_EXCEEDED ->
                error(
                        403,
                        "quotaExceeded",
                        "PERMISSION_DENIED",
                        "The request cannot be completed because you have exceeded your <a href=\"/quota\">quota</a>.");
            default -> error(401, "authError", "UNAUTHENTICATED", "Invalid Credentials");
        };
    }

    private static Reply error(int status, String reason, String name, String message) {
        return Reply.json(
                status,
                Json.object(
                        "error",
                        Json.object(
                                "code",
                                status,
                                "message",
                                message,
                                "errors",
                                List.of(Json.object("message", message, "domain", "youtube", "reason", reason)),
                                "status",
                                name)));
    }
}
