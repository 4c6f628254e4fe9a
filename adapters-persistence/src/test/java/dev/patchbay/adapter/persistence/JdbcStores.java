package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.port.GivenAuditKey;
import dev.patchbay.port.Pause;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.Stores;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.account.Merges;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.activity.AuditKey;
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
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.config.DataJdbcConfiguration;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** All roles over one data source, wired as in the service but for the pool, which stays the caller's to close. */
record JdbcStores(ApplicationContext context) implements Stores {

    static final Pause SLEEP = duration -> LockSupport.parkNanos(duration.toNanos());

    /** Nearly everything that our constraints let through and our types do not. */
    private static final String SPOIL = """
        UPDATE connection
        SET app_provider = '?', client_id = '', external_id = '', status = 'WAITING', cause = 'NO_SUCH_CAUSE',
            since = connected_at, retry_at = connected_at
        WHERE id = ?
        """;

    static JdbcStores over(DataSource source) {
        return over(source, SLEEP);
    }

    static JdbcStores over(DataSource source, Pause pause) {
        ApplicationContext context =
                ApplicationContext.builder().deduceEnvironment(false).build();
        context.registerSingleton(DataSource.class, source, Qualifiers.byName("default"))
                .registerSingleton(
                        DataJdbcConfiguration.class, new DataJdbcConfiguration("default"), Qualifiers.byName("default"))
                .registerSingleton(SecretSource.class, new SeededSecrets())
                .registerSingleton(AuditKey.class, new GivenAuditKey())
                .registerSingleton(Pause.class, pause);
        return new JdbcStores(context.start());
    }

    Database database() {
        return context.getBean(Database.class);
    }

    StoreHealth health() {
        return context.getBean(StoreHealth.class);
    }

    AccountTable accountTable() {
        return context.getBean(AccountTable.class);
    }

    @Override
    public Accounts accounts() {
        return context.getBean(Accounts.class);
    }

    @Override
    public Merges merges() {
        return context.getBean(Merges.class);
    }

    @Override
    public SignInMethods signInMethods() {
        return context.getBean(SignInMethods.class);
    }

    @Override
    public Attempts attempts() {
        return context.getBean(Attempts.class);
    }

    @Override
    public Handoffs handoffs() {
        return context.getBean(Handoffs.class);
    }

    @Override
    public Sessions sessions() {
        return context.getBean(Sessions.class);
    }

    @Override
    public AppConditions appConditions() {
        return context.getBean(AppConditions.class);
    }

    @Override
    public OwnApps ownApps() {
        return context.getBean(OwnApps.class);
    }

    @Override
    public AppConnections appConnections() {
        return context.getBean(AppConnections.class);
    }

    @Override
    public Seats seats() {
        return context.getBean(Seats.class);
    }

    @Override
    public AppLists appLists() {
        return context.getBean(AppLists.class);
    }

    @Override
    public Connections connections() {
        return context.getBean(Connections.class);
    }

    @Override
    public Claims claims() {
        return context.getBean(Claims.class);
    }

    @Override
    public Upkeep upkeep() {
        return context.getBean(Upkeep.class);
    }

    @Override
    public RestoredGrants restoredGrants() {
        return context.getBean(RestoredGrants.class);
    }

    @Override
    public RenewalCounts renewalCounts() {
        return context.getBean(RenewalCounts.class);
    }

    @Override
    public Figures figures() {
        return context.getBean(Figures.class);
    }

    @Override
    public ParkedGrants parkedGrants() {
        return context.getBean(ParkedGrants.class);
    }

    @Override
    public Allowances allowances() {
        return context.getBean(Allowances.class);
    }

    @Override
    public Rotations rotations() {
        return context.getBean(Rotations.class);
    }

    @Override
    public KeyShelf keyShelf() {
        return context.getBean(KeyShelf.class);
    }

    @Override
    public KeyTurns keyTurns() {
        return context.getBean(KeyTurns.class);
    }

    @Override
    public Rewraps rewraps() {
        return context.getBean(Rewraps.class);
    }

    @Override
    public VaultReaders vaultReaders() {
        return context.getBean(VaultReaders.class);
    }

    @Override
    public MasterWraps masterWraps() {
        return context.getBean(MasterWraps.class);
    }

    @Override
    public SealedRows sealedRows() {
        return context.getBean(SealedRows.class);
    }

    @Override
    public SealedShelf sealedShelf() {
        return context.getBean(SealedShelf.class);
    }

    @Override
    public Trails trails() {
        return context.getBean(Trails.class);
    }

    @Override
    public Activity activity() {
        return context.getBean(Activity.class);
    }

    @Override
    public AuditLog auditLog() {
        return context.getBean(AuditLog.class);
    }

    @Override
    public Chats chats() {
        return context.getBean(Chats.class);
    }

    @Override
    public ChatUpdates chatUpdates() {
        return context.getBean(ChatUpdates.class);
    }

    @Override
    public ChatOutbox chatOutbox() {
        return context.getBean(ChatOutbox.class);
    }

    @Override
    public BotDuty botDuty() {
        return context.getBean(BotDuty.class);
    }

    @Override
    public ChatLinks chatLinks() {
        return context.getBean(ChatLinks.class);
    }

    @Override
    public ChatSignIns chatSignIns() {
        return context.getBean(ChatSignIns.class);
    }

    @Override
    public ConsentEnds consentEnds() {
        return context.getBean(ConsentEnds.class);
    }

    @Override
    public Certificates certificates() {
        return context.getBean(Certificates.class);
    }

    @Override
    public CertificateOrders certificateOrders() {
        return context.getBean(CertificateOrders.class);
    }

    @Override
    public Challenges challenges() {
        return context.getBean(Challenges.class);
    }

    @Override
    public void spoil(ConnectionId id) {
        int spoilt =
                database().byHand(connection -> Statements.update(connection, SPOIL, values -> values.id(id.value())));
        if (spoilt != 1) {
            throw new AssertionError("there is no such row");
        }
    }
}
