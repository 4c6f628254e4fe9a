package dev.patchbay.port;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.AuditChain;
import dev.patchbay.domain.activity.AuditLink;
import dev.patchbay.domain.activity.Noted;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.Handoff;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.merge.MergeProof;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.VaultReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all roles of one {@link InMemoryStore} share. Everything happens inside {@link #act}, one caller at a time. */
final class InMemoryState {

    /** Whose parked grant or own app, and for which platform. */
    record Parking(AccountId account, ProviderId platform) {}

    final Map<AccountId, Account> accounts = new HashMap<>();
    final List<SignInMethod> methods = new ArrayList<>();
    final Map<UUID, Attempt> attempts = new LinkedHashMap<>();
    final Set<UUID> usedAttempts = new HashSet<>();
    final Map<Fingerprint, Handoff> handoffs = new HashMap<>();
    final Map<SessionId, Session> sessions = new LinkedHashMap<>();
    final Map<ConnectionId, Shelved> connections = new HashMap<>();
    final Map<Parking, ParkedGrant> parked = new HashMap<>();
    final Map<Parking, OwnApp> ownApps = new HashMap<>();
    final List<InMemorySeats.Kept> seats = new ArrayList<>();
    final Map<InMemoryAppLists.Listing, Instant> missing = new HashMap<>();
    final Map<ClientAppId, AppCondition> conditions = new HashMap<>();
    final Map<ClientAppId, Instant> nextFree = new HashMap<>();
    final Map<InMemoryRenewalCounts.Key, Long> renewals = new HashMap<>();
    final Map<ProviderId, Instant> rotations = new HashMap<>();
    final TreeMap<Integer, VaultKey> vaultKeys = new TreeMap<>();
    final Map<String, TreeMap<Integer, DataKey>> dataKeys = new HashMap<>();
    final Map<String, VaultReader> vaultReaders = new HashMap<>();
    final Map<String, SealedSecret> sealed = new HashMap<>();
    final List<Noted> events = new ArrayList<>();
    long lastEvent;
    final Map<AccountId, MergeProof> mergeProofs = new HashMap<>();
    final Map<AccountId, AccountId> merged = new HashMap<>();
    final List<AuditLink> links = new ArrayList<>();
    final Set<Long> chained = new HashSet<>();
    final Map<Fingerprint, Fingerprint> erasures = new HashMap<>();
    final AuditChain auditChain = new GivenAuditKey().chain();
    final InMemoryChatState chat = new InMemoryChatState();
    final InMemoryCertificateState certificate = new InMemoryCertificateState();

    private @Nullable StoreUnavailable before;
    private @Nullable StoreUnavailable after;
    private long calls;

    synchronized <T> T act(Supplier<T> work) {
        calls++;
        if (before != null) {
            throw before;
        }
        T result = work.get();
        if (after != null) {
            throw after;
        }
        return result;
    }

    /** The reading half of a call that acts later: neither counted nor lost. */
    synchronized <T> T look(Supplier<T> reading) {
        if (before != null) {
            throw before;
        }
        return reading.get();
    }

    void run(Runnable work) {
        boolean _ = act(() -> {
            work.run();
            return true;
        });
    }

    /** The trail of an account that ended in a merge takes events too. */
    void requireTrail(AccountId id) {
        if (!merged.containsKey(id)) {
            requireAccount(id);
        }
    }

    void requireAccount(AccountId id) {
        if (!accounts.containsKey(id)) {
            throw new IllegalStateException("there is no such account");
        }
    }

    boolean mayWrap(int vaultKey) {
        VaultKey key = vaultKeys.get(vaultKey);
        return key != null && key.state().isUsable();
    }

    boolean isVaultKeyNamed(int vaultKey) {
        return dataKeys.values().stream()
                .flatMap(keys -> keys.values().stream())
                .anyMatch(key -> key.vaultKey() == vaultKey);
    }

    synchronized void failWith(StoreUnavailable trouble) {
        before = trouble;
    }

    synchronized void loseAnswersWith(StoreUnavailable trouble) {
        after = trouble;
    }

    synchronized void heal() {
        before = null;
        after = null;
    }

    synchronized long calls() {
        return calls;
    }
}
