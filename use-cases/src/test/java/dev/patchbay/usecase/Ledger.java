package dev.patchbay.usecase;

import dev.patchbay.domain.provider.ProviderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a platform knows: who consented, and which of the tokens it issued are live. Used by one thread at a time. */
final class Ledger {

    /** What a refresh brings; the refresh token is empty when the answer has none. */
    record Refreshed(String access, Optional<String> refresh) {}

    /** One person's yes to one app. */
    static final class Consent {
        final String user;
        final Set<String> live = new HashSet<>();
        final Map<String, Instant> liveUntil = new HashMap<>();
        final Set<String> spent = new HashSet<>();
        boolean ended;

        Consent(String user) {
            this.user = user;
        }
    }

    private final ProviderId id;
    private final Duration window;
    private final Clock clock;
    private final List<Consent> consents = new ArrayList<>();
    private final Map<String, Consent> ofToken = new HashMap<>();
    private int issued;
    private int spentShown;

    /** @param window how long a token that is replaced soon stays good */
    Ledger(ProviderId id, Duration window, Clock clock) {
        this.id = id;
        this.window = window;
        this.clock = clock;
    }

    int number() {
        issued++;
        return issued;
    }

    FakePlatform.Grant grant(String user) {
        Consent consent = new Consent(user);
        consents.add(consent);
        return new FakePlatform.Grant(user, issue(consent, "at"), issue(consent, "rt"));
    }

    /** Empty when the refresh token is not good. */
    Optional<Refreshed> refresh(String refreshToken, TokenHabit habit) {
        Optional<Consent> spentOf =
                Optional.ofNullable(ofToken.get(refreshToken)).filter(one -> one.spent.contains(refreshToken));
        if (spentOf.isPresent()) {
            spentShown++;
        }
        Optional<Consent> found = consentOf(refreshToken);
        if (found.isEmpty()) {
            spentOf.filter(family -> habit == TokenHabit.REVOKES).ifPresent(Ledger::end);
            return Optional.empty();
        }
        Consent consent = found.get();
        String access = issue(consent, "at");
        return Optional.of(
                switch (habit) {
                    case KEEPS -> new Refreshed(access, Optional.empty());
                    case ECHOES -> new Refreshed(access, Optional.of(refreshToken));
                    case ADDS -> new Refreshed(access, Optional.of(issue(consent, "rt")));
                    case REPLACES_SOON -> {
                        if (consent.live.remove(refreshToken)) {
                            consent.liveUntil.put(refreshToken, clock.instant().plus(window));
                        }
                        yield new Refreshed(access, Optional.of(issue(consent, "rt")));
                    }
                    case REPLACES, REVOKES -> {
                        consent.live.remove(refreshToken);
                        consent.spent.add(refreshToken);
                        yield new Refreshed(access, Optional.of(issue(consent, "rt")));
                    }
                });
    }

    private String issue(Consent consent, String kind) {
        String token = id + "-" + kind + "-" + number();
        consent.live.add(token);
        ofToken.put(token, consent);
        return token;
    }

    Optional<Consent> consentOf(String token) {
        Instant now = clock.instant();
        return Optional.ofNullable(ofToken.get(token))
                .filter(one -> !one.ended)
                .filter(one -> one.live.contains(token)
                        || (one.liveUntil.containsKey(token) && now.isBefore(one.liveUntil.get(token))));
    }

    /** Ends the consent that the token is of, or with it all of that person's. */
    void revoke(String token, boolean allOfThem) {
        consentOf(token).ifPresent(found -> {
            end(found);
            if (allOfThem) {
                endAllOf(found.user);
            }
        });
    }

    void endAllOf(String user) {
        consents.stream().filter(consent -> consent.user.equals(user)).forEach(Ledger::end);
    }

    private static void end(Consent consent) {
        consent.ended = true;
    }

    /** How many consents anybody could still use. */
    int liveConsents() {
        return (int) consents.stream().filter(consent -> !consent.ended).count();
    }

    int spentShown() {
        return spentShown;
    }
}
