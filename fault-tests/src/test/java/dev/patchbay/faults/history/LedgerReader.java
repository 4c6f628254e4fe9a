package dev.patchbay.faults.history;

import dev.patchbay.faults.history.LedgerFacts.Access;
import dev.patchbay.faults.history.LedgerFacts.Call;
import dev.patchbay.faults.history.LedgerFacts.Ending;
import dev.patchbay.faults.history.LedgerFacts.Shown;
import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.ledger.IssuedToken;
import dev.patchbay.sandbox.ledger.Ledger;
import dev.patchbay.sandbox.ledger.LedgerEvent;
import dev.patchbay.sandbox.ledger.RefreshCall;
import dev.patchbay.sandbox.ledger.TokenKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Takes from a ledger what the checker has to know, and leaves the secrets there. */
public final class LedgerReader {
    /** Everything as it is now. */
    public static LedgerFacts read(Ledger ledger) {
        LedgerFacts facts = new LedgerFacts();
        Map<String, String> refreshTokenOf = new HashMap<>();
        for (RefreshCall call : ledger.refreshes()) {
            call.grant().ifPresent(grant -> {
                String shown = call.presented().orElseThrow().id();
                facts.shown(new Shown(grant.id(), shown, call.receivedAt()));
                facts.called(new Call(grant.id(), call.receivedAt(), call.answeredAt(), call.isAnswered()));
            });
            for (IssuedToken token : call.issued()) {
                refreshTokenOf.put(
                        token.id(), call.successor().map(IssuedToken::id).orElse(""));
            }
        }
        for (Grant grant : ledger.grants()) {
            facts.granted(grant.id(), grant.person());
            String first = ledger.tokensOf(grant).stream()
                    .filter(token -> token.kind() == TokenKind.REFRESH)
                    .map(IssuedToken::id)
                    .findFirst()
                    .orElse("");
            for (IssuedToken token : ledger.tokensOf(grant)) {
                if (token.kind() == TokenKind.ACCESS) {
                    String with = refreshTokenOf.getOrDefault(token.id(), first);
                    facts.issued(Fingerprint.of(token.secret()), access(token, with));
                }
            }
        }
        for (LedgerEvent event : ledger.events()) {
            if (event.what() == LedgerEvent.What.GRANT_ENDED) {
                facts.ended(event.subject(), new Ending(event.at(), event.detail()));
            }
        }
        return facts;
    }

    private static Access access(IssuedToken token, String refreshToken) {
        Instant issued = token.issuedAt();
        Optional<String> with = Optional.of(refreshToken).filter(id -> !id.isEmpty());
        return new Access(token.grant().person(), token.grant().id(), issued, token.expiresAt(), with);
    }

    private LedgerReader() {}
}
