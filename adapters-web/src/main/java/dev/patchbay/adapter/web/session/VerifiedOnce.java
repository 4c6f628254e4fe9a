package dev.patchbay.adapter.web.session;

import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.session.SessionTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Remembers for a few minutes which tokens were found good, by their SHA-256, so that a signature is verified once and not
 * for every request. Whether the session lives is still asked each time. Refusals are not remembered. Safe for many threads;
 * a token that is remembered costs one hash and one look at a map.
 */
final class VerifiedOnce implements SessionTokens, KnownTokens {
    static final Duration LONGEST = Duration.ofMinutes(5);

    private record Entry(SessionClaim claim, Instant until) {}

    private final ConcurrentMap<Fingerprint, Entry> known = new ConcurrentHashMap<>();
    private final SessionTokens tokens;
    private final int bound;
    private final Clock clock;

    /** @param bound about how many tokens are remembered at most */
    VerifiedOnce(SessionTokens tokens, int bound, Clock clock) {
        this.tokens = tokens;
        this.bound = bound;
        this.clock = clock;
    }

    @Override
    public Secret issue(Session session) {
        return tokens.issue(session);
    }

    @Override
    public Optional<SessionClaim> verify(Secret token) {
        Fingerprint fingerprint = token.fingerprint();
        Entry entry = known.get(fingerprint);
        Instant now = clock.instant();
        if (entry != null && now.isBefore(entry.until())) {
            return Optional.of(entry.claim());
        }
        Optional<SessionClaim> claim = tokens.verify(token);
        claim.ifPresent(good -> remember(fingerprint, good, now));
        return claim;
    }

    @Override
    public boolean knows(Secret token) {
        Entry entry = known.get(token.fingerprint());
        return entry != null && clock.instant().isBefore(entry.until());
    }

    int size() {
        return known.size();
    }

    private void remember(Fingerprint fingerprint, SessionClaim claim, Instant now) {
        if (known.size() >= bound) {
            makeRoom(now);
        }
        Instant latest = now.plus(LONGEST);
        known.put(fingerprint, new Entry(claim, claim.expiresAt().isBefore(latest) ? claim.expiresAt() : latest));
    }

    /** What is over goes first; if that is not enough, an eighth of the rest, whichever comes: it is only verified again. */
    private synchronized void makeRoom(Instant now) {
        if (known.size() < bound) {
            return;
        }
        known.values().removeIf(entry -> !now.isBefore(entry.until()));
        int surplus = known.size() - bound + Math.max(1, bound / 8);
        Iterator<Fingerprint> entries = known.keySet().iterator();
        for (int gone = 0; gone < surplus && entries.hasNext(); gone++) {
            entries.next();
            entries.remove();
        }
    }
}
