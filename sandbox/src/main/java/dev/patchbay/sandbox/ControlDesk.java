package dev.patchbay.sandbox;

import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.ledger.IssuedToken;
import dev.patchbay.sandbox.ledger.Ledger;
import dev.patchbay.sandbox.ledger.TokenKind;
import dev.patchbay.sandbox.party.OAuthParty;
import dev.patchbay.sandbox.party.Party;
import dev.patchbay.sandbox.telegram.BotLedger;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import dev.patchbay.sandbox.web.Server;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** For people in the demo: the index page, the ledger without secrets, and orders to misbehave. */
final class ControlDesk {
    private static final int NEWEST = 200;

    private final Ledger ledger;
    private final BotLedger bot;
    private final List<Party> parties;

    ControlDesk(Ledger ledger, BotLedger bot, List<Party> parties) {
        this.ledger = ledger;
        this.bot = bot;
        this.parties = new CopyOnWriteArrayList<>(parties);
    }

    void open(Server server) {
        server.get("/", request -> IndexPage.of(parties, ledger));
        server.get("/control/ledger", request -> Reply.json(200, ledger()));
        parties.forEach(party -> listen(party, server));
    }

    /** One more, later. */
    void add(Party party, Server server) {
        if (parties.stream().anyMatch(other -> other.name().equals(party.name()))) {
            throw new IllegalStateException("there is a party of that name: " + party.name());
        }
        parties.add(party);
        listen(party, server);
    }

    private static void listen(Party party, Server server) {
        server.post("/control/" + party.name(), request -> order(party, request));
    }

    private static Reply order(Party party, Request request) {
        if (request.isForeign()) {
            return Reply.text(403, "Orders are taken from this sandbox's own pages, and from programs.");
        }
        try {
            party.control(request.form());
        } catch (IllegalArgumentException e) {
            return Reply.text(400, "The order makes no sense; see / for what can be ordered.");
        }
        return request.header("accept").orElse("").contains("text/html")
                ? Reply.redirect("/")
                : Reply.json(200, state(party));
    }

    private static Map<String, @Nullable Object> state(Party party) {
        Map<String, @Nullable Object> state = Json.object("party", party.name());
        if (party instanceof OAuthParty oauth) {
            state.put("rotation", oauth.rotation().getClass().getSimpleName());
        }
        state.put("faults", party.pendingFaults());
        return state;
    }

    /** Without texts: they hold links that are somebody's. */
    private Map<String, @Nullable Object> bot() {
        return Json.object(
                "calls",
                newest(bot.calls()).stream()
                        .map(call -> Json.object(
                                "at",
                                call.at().toString(),
                                "method",
                                call.method(),
                                "chat",
                                call.chatId(),
                                "message",
                                call.messageId(),
                                "status",
                                call.status()))
                        .toList(),
                "deliveries",
                newest(bot.deliveries()).stream()
                        .map(delivered -> Json.object(
                                "at",
                                delivered.at().toString(),
                                "update",
                                delivered.updateId(),
                                "way",
                                delivered.way().name(),
                                "status",
                                delivered.status()))
                        .toList());
    }

    private Map<String, @Nullable Object> ledger() {
        List<IssuedToken> tokens = ledger.tokens();
        return Json.object(
                "parties",
                parties.stream().map(ControlDesk::state).toList(),
                "bot",
                bot(),
                "refreshCalls",
                ledger.refreshCalls(),
                "grants",
                newest(ledger.grants()).stream().map(this::grant).toList(),
                "tokens",
                newest(tokens).stream().map(this::token).toList(),
                "events",
                newest(ledger.events()).stream()
                        .map(event -> Json.object(
                                "at",
                                event.at().toString(),
                                "what",
                                event.what().name(),
                                "subject",
                                event.subject(),
                                "detail",
                                event.detail()))
                        .toList());
    }

    private static <T> List<T> newest(List<T> all) {
        return all.subList(Math.max(0, all.size() - NEWEST), all.size());
    }

    private Map<String, @Nullable Object> grant(Grant grant) {
        return Json.object(
                "id",
                grant.id(),
                "party",
                grant.party(),
                "client",
                grant.client(),
                "person",
                grant.person(),
                "scopes",
                List.copyOf(grant.scopes()),
                "begunAt",
                grant.begunAt().toString(),
                "ended",
                ledger.endOf(grant).orElse(""));
    }

    private Map<String, @Nullable Object> token(IssuedToken token) {
        boolean live = token.kind() == TokenKind.REFRESH
                ? ledger.isLiveRefreshToken(token.secret())
                : ledger.isLiveAccessToken(token.secret());
        return Json.object(
                "id",
                token.id(),
                "grant",
                token.grant().id(),
                "issuedAt",
                token.issuedAt().toString(),
                "expiresAt",
                token.expiresAt().toString(),
                "live",
                live,
                "presented",
                ledger.presentationsOf(token.secret()));
    }
}
