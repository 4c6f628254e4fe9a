package dev.patchbay.sandbox.ledger;

import dev.patchbay.sandbox.web.Delivery;
import dev.patchbay.sandbox.web.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Entries as journal lines, both ways. */
final class EntryLines {
    private EntryLines() {}

    static Map<String, @Nullable Object> write(Entry entry) {
        Map<String, @Nullable Object> line =
                switch (entry) {
                    case Entry.Called called ->
                        Json.object(
                                "what",
                                "called",
                                "party",
                                called.party(),
                                "endpoint",
                                called.endpoint().name());
                    case Entry.GrantBegun(Instant at, Grant grant) ->
                        Json.object(
                                "what", "grant",
                                "grant", grant.id(),
                                "party", grant.party(),
                                "client", grant.client(),
                                "person", grant.person(),
                                "scopes", List.copyOf(grant.scopes()),
                                "begun", grant.begunAt().toString());
                    case Entry.Issued(Instant at, IssuedToken token) ->
                        Json.object(
                                "what", "issued",
                                "id", token.id(),
                                "kind", token.kind().name(),
                                "secret", token.secret(),
                                "grant", token.grant().id(),
                                "until", token.expiresAt().toString(),
                                "scopes", List.copyOf(token.scopes()),
                                "details", token.details());
                    case Entry.Presented presented -> Json.object("what", "presented", "secret", presented.secret());
                    case Entry.Ended ended ->
                        Json.object(
                                "what", "ended",
                                "secret", ended.secret(),
                                "from", ended.from().toString(),
                                "why", ended.why());
                    case Entry.GrantEnded ended ->
                        Json.object("what", "grant-ended", "grant", ended.grantId(), "why", ended.why());
                    case Entry.RefreshReceived received ->
                        Json.object(
                                "what", "refresh-received",
                                "number", received.number(),
                                "party", received.party(),
                                "secret", received.secret());
                    case Entry.RefreshProcessed processed ->
                        Json.object(
                                "what", "refresh-processed",
                                "number", processed.number(),
                                "issued", processed.issued());
                    case Entry.RefreshAnswered answered ->
                        Json.object(
                                "what", "refresh-answered",
                                "number", answered.number(),
                                "how", answered.how().name());
                };
        line.put("at", entry.at().toString());
        return line;
    }

    /** Reads a line back; grants are looked up by id among those read before. */
    static Entry read(Map<String, Object> line, Function<String, Grant> grants) {
        Instant at = Instant.parse(text(line, "at"));
        return switch (text(line, "what")) {
            case "called" -> new Entry.Called(at, text(line, "party"), Endpoint.valueOf(text(line, "endpoint")));
            case "grant" ->
                new Entry.GrantBegun(
                        at,
                        new Grant(
                                text(line, "grant"),
                                text(line, "party"),
                                text(line, "client"),
                                text(line, "person"),
                                texts(line, "scopes"),
                                // Earlier journals say it by the line's own time alone.
                                line.containsKey("begun") ? Instant.parse(text(line, "begun")) : at));
            case "issued" ->
                new Entry.Issued(
                        at,
                        new IssuedToken(
                                text(line, "id"),
                                TokenKind.valueOf(text(line, "kind")),
                                text(line, "secret"),
                                grants.apply(text(line, "grant")),
                                at,
                                Instant.parse(text(line, "until")),
                                texts(line, "scopes"),
                                details(line)));
            case "presented" -> new Entry.Presented(at, text(line, "secret"));
            case "ended" ->
                new Entry.Ended(at, text(line, "secret"), Instant.parse(text(line, "from")), text(line, "why"));
            case "grant-ended" -> new Entry.GrantEnded(at, text(line, "grant"), text(line, "why"));
            case "refresh-received" ->
                new Entry.RefreshReceived(at, number(line), text(line, "party"), text(line, "secret"));
            case "refresh-processed" ->
                new Entry.RefreshProcessed(at, number(line), List.copyOf(texts(line, "issued")));
            case "refresh-answered" -> new Entry.RefreshAnswered(at, number(line), Delivery.valueOf(text(line, "how")));
            default -> throw new IllegalStateException("unknown kind of journal line: " + text(line, "what"));
        };
    }

    private static String text(Map<String, Object> line, String name) {
        if (line.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("a journal line lacks " + name);
    }

    private static int number(Map<String, Object> line) {
        if (line.get("number") instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("a journal line lacks number");
    }

    private static Set<String> texts(Map<String, Object> line, String name) {
        Set<String> texts = new LinkedHashSet<>();
        if (line.get(name) instanceof List<?> list) {
            list.forEach(item -> texts.add(String.valueOf(item)));
        }
        return texts;
    }

    private static Map<String, String> details(Map<String, Object> line) {
        Map<String, String> details = new LinkedHashMap<>();
        if (line.get("details") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> details.put(String.valueOf(name), String.valueOf(value)));
        }
        return details;
    }
}
