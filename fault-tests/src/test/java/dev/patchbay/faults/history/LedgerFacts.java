package dev.patchbay.faults.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one platform's ledger knows, without secrets. Filled by {@link LedgerReader}, or by hand where the checker is tested. */
public final class LedgerFacts {
    /**
     * An access token.
     *
     * @param refreshToken the refresh token that came with it; empty when none did
     */
    public record Access(
            String person, String grant, Instant issuedAt, Instant expiresAt, Optional<String> refreshToken) {}

    /** A refresh token was sent to the platform. */
    public record Shown(String grant, String refreshToken, Instant at) {}

    /**
     * A call to refresh, as the platform saw it.
     *
     * @param ended when its answer went or was lost; empty while it is in flight
     * @param whole whether the whole answer went
     */
    public record Call(String grant, Instant received, Optional<Instant> ended, boolean whole) {}

    /** A family of tokens that has ended. */
    public record Ending(Instant at, String why) {}

    private final Map<Fingerprint, Access> access = new HashMap<>();
    private final List<Shown> shown = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Ending> endings = new HashMap<>();
    private final Map<String, String> newestGrants = new HashMap<>();

    /** Grants in the order in which they were given. */
    void granted(String grant, String person) {
        newestGrants.put(person, grant);
    }

    void issued(Fingerprint token, Access facts) {
        access.put(token, facts);
    }

    void shown(Shown use) {
        shown.add(use);
    }

    void called(Call call) {
        calls.add(call);
    }

    void ended(String grant, Ending ending) {
        endings.put(grant, ending);
    }

    Optional<Access> access(Fingerprint token) {
        return Optional.ofNullable(access.get(token));
    }

    Map<Fingerprint, Access> access() {
        return access;
    }

    List<Shown> shown() {
        return shown;
    }

    List<Call> calls() {
        return calls;
    }

    Optional<Ending> ending(String grant) {
        return Optional.ofNullable(endings.get(grant));
    }

    /** The grant that a person gave last. */
    Optional<String> newestGrant(String person) {
        return Optional.ofNullable(newestGrants.get(person));
    }
}
