package dev.patchbay.sandbox.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A grant and all that hangs on it. Each step costs the same however long the family is. Guarded by the books' lock. */
final class Family {
    private final Grant grant;
    private final Growing<IssuedToken> tokens = new Growing<>();
    private final Map<String, IssuedToken> refreshTokens = new LinkedHashMap<>();
    private final List<Integer> refreshes = new ArrayList<>();
    private @Nullable IssuedToken newestRefreshToken;
    private Entry.@Nullable GrantEnded ending;
    private int inFlight;
    private int mostInFlight;

    Family(Grant grant) {
        this.grant = grant;
    }

    Grant grant() {
        return grant;
    }

    void issued(IssuedToken token) {
        tokens.add(token);
        if (token.kind() == TokenKind.REFRESH) {
            refreshTokens.put(token.secret(), token);
            newestRefreshToken = token;
        }
    }

    void tokenEnded(Entry.Ended ended) {
        if (!ended.from().isAfter(ended.at())) {
            refreshTokens.remove(ended.secret());
        }
    }

    void ended(Entry.GrantEnded ended) {
        ending = ended;
        refreshTokens.clear();
    }

    Optional<Entry.GrantEnded> ending() {
        return Optional.ofNullable(ending);
    }

    List<IssuedToken> tokens() {
        return tokens.soFar();
    }

    /** Those that have not ended at once; some may have expired, or be past their grace. */
    Collection<IssuedToken> refreshTokens() {
        return refreshTokens.values();
    }

    Optional<IssuedToken> newestRefreshToken() {
        return Optional.ofNullable(newestRefreshToken);
    }

    void refreshReceived(int number) {
        refreshes.add(number);
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
    }

    void refreshAnswered() {
        inFlight--;
    }

    /** The numbers of the refresh calls. */
    List<Integer> refreshes() {
        return refreshes;
    }

    int mostInFlight() {
        return mostInFlight;
    }

    /** When the family ended, if it has, or else this. */
    Instant endOr(Instant later) {
        return ending == null || later.isBefore(ending.at()) ? later : ending.at();
    }
}
