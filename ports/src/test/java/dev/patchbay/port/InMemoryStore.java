package dev.patchbay.port;

import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.account.Merges;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.activity.AuditLog;
import dev.patchbay.port.activity.Trails;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.attempt.Handoffs;
import dev.patchbay.port.certificate.CertificateOrders;
import dev.patchbay.port.certificate.Certificates;
import dev.patchbay.port.certificate.Challenges;
import dev.patchbay.port.chat.BotDuty;
import dev.patchbay.port.chat.ChatLinks;
import dev.patchbay.port.chat.ChatOutbox;
import dev.patchbay.port.chat.ChatSignIns;
import dev.patchbay.port.chat.ChatUpdates;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.chat.ConsentEnds;
import dev.patchbay.port.clientapp.Allowances;
import dev.patchbay.port.clientapp.AppConditions;
import dev.patchbay.port.clientapp.AppConnections;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.ParkedGrants;
import dev.patchbay.port.connection.RenewalCounts;
import dev.patchbay.port.connection.RestoredGrants;
import dev.patchbay.port.connection.Upkeep;
import dev.patchbay.port.operator.Figures;
import dev.patchbay.port.provider.Rotations;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.KeyTurns;
import dev.patchbay.port.vault.MasterWraps;
import dev.patchbay.port.vault.Rewraps;
import dev.patchbay.port.vault.SealedRows;
import dev.patchbay.port.vault.SealedShelf;
import dev.patchbay.port.vault.VaultReaders;

/**
 * Every store role in memory, true to its promises: the same contracts run on this and on the databases. Safe for many
 * threads. Rows of an account need that account: as in the database, writing one for an account that is not there is an
 * {@link IllegalStateException}, so open the account first ({@link Fixtures#open}).
 */
public final class InMemoryStore implements Stores {

    private final InMemoryState state = new InMemoryState();

    /** From now on every call throws that, and nothing is read or written, until {@link #heal()}. */
    public void failWith(StoreUnavailable trouble) {
        state.failWith(trouble);
    }

    /** From now on every call takes effect and then throws that, as when a commit's answer is lost; until {@link #heal()}. */
    public void loseAnswersWith(StoreUnavailable trouble) {
        state.loseAnswersWith(trouble);
    }

    /** The store answers again. */
    public void heal() {
        state.heal();
    }

    /** How many calls reached the store so far, failed ones included. */
    public long calls() {
        return state.calls();
    }

    @Override
    public Accounts accounts() {
        return new InMemoryAccounts(state);
    }

    @Override
    public Merges merges() {
        return new InMemoryMerges(state);
    }

    @Override
    public SignInMethods signInMethods() {
        return new InMemorySignInMethods(state);
    }

    @Override
    public Attempts attempts() {
        return new InMemoryAttempts(state);
    }

    @Override
    public Handoffs handoffs() {
        return new InMemoryHandoffs(state);
    }

    @Override
    public Sessions sessions() {
        return new InMemorySessions(state);
    }

    @Override
    public AppConditions appConditions() {
        return new InMemoryAppConditions(state);
    }

    @Override
    public OwnApps ownApps() {
        return new InMemoryOwnApps(state);
    }

    @Override
    public AppConnections appConnections() {
        return new InMemoryAppConnections(state);
    }

    @Override
    public Seats seats() {
        return new InMemorySeats(state);
    }

    @Override
    public AppLists appLists() {
        return new InMemoryAppLists(state);
    }

    @Override
    public Connections connections() {
        return new InMemoryConnections(state);
    }

    @Override
    public Claims claims() {
        return new InMemoryClaims(state);
    }

    @Override
    public Upkeep upkeep() {
        return new InMemoryUpkeep(state);
    }

    @Override
    public RestoredGrants restoredGrants() {
        return new InMemoryRestoredGrants(state);
    }

    @Override
    public RenewalCounts renewalCounts() {
        return new InMemoryRenewalCounts(state);
    }

    @Override
    public Figures figures() {
        return new InMemoryFigures(state);
    }

    @Override
    public ParkedGrants parkedGrants() {
        return new InMemoryParkedGrants(state);
    }

    @Override
    public Allowances allowances() {
        return new InMemoryAllowances(state);
    }

    @Override
    public Rotations rotations() {
        return new InMemoryRotations(state);
    }

    @Override
    public KeyShelf keyShelf() {
        return new InMemoryKeyShelf(state);
    }

    @Override
    public KeyTurns keyTurns() {
        return new InMemoryKeyTurns(state);
    }

    @Override
    public Rewraps rewraps() {
        return new InMemoryRewraps(state);
    }

    @Override
    public VaultReaders vaultReaders() {
        return new InMemoryVaultReaders(state);
    }

    @Override
    public MasterWraps masterWraps() {
        return new InMemoryMasterWraps(state);
    }

    @Override
    public SealedRows sealedRows() {
        return new InMemorySealedRows(state);
    }

    @Override
    public SealedShelf sealedShelf() {
        return new InMemorySealedShelf(state);
    }

    @Override
    public Trails trails() {
        return new InMemoryTrails(state);
    }

    @Override
    public Activity activity() {
        return new InMemoryActivity(state);
    }

    @Override
    public AuditLog auditLog() {
        return new InMemoryAuditLog(state);
    }

    @Override
    public Chats chats() {
        return new InMemoryChats(state);
    }

    @Override
    public ChatUpdates chatUpdates() {
        return new InMemoryChatUpdates(state);
    }

    @Override
    public ChatOutbox chatOutbox() {
        return new InMemoryChatOutbox(state);
    }

    @Override
    public BotDuty botDuty() {
        return new InMemoryBotDuty(state);
    }

    @Override
    public ChatLinks chatLinks() {
        return new InMemoryChatLinks(state);
    }

    @Override
    public ChatSignIns chatSignIns() {
        return new InMemoryChatSignIns(state);
    }

    @Override
    public ConsentEnds consentEnds() {
        return new InMemoryConsentEnds(state);
    }

    @Override
    public Certificates certificates() {
        return new InMemoryCertificates(state);
    }

    @Override
    public CertificateOrders certificateOrders() {
        return new InMemoryCertificateOrders(state);
    }

    @Override
    public Challenges challenges() {
        return new InMemoryChallenges(state);
    }

    @Override
    public void spoil(ConnectionId id) {
        state.run(() -> state.connections.computeIfPresent(id, (same, row) -> row.spoilt()));
    }
}
