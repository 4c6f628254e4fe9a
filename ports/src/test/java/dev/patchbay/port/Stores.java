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

/** All store roles over one and the same store, so that contracts can look at what one role did through another. */
public interface Stores {

    Accounts accounts();

    Merges merges();

    SignInMethods signInMethods();

    Attempts attempts();

    Handoffs handoffs();

    Sessions sessions();

    AppConditions appConditions();

    OwnApps ownApps();

    AppConnections appConnections();

    Seats seats();

    AppLists appLists();

    Connections connections();

    Claims claims();

    Upkeep upkeep();

    RestoredGrants restoredGrants();

    RenewalCounts renewalCounts();

    Figures figures();

    ParkedGrants parkedGrants();

    Allowances allowances();

    Rotations rotations();

    KeyShelf keyShelf();

    KeyTurns keyTurns();

    Rewraps rewraps();

    VaultReaders vaultReaders();

    MasterWraps masterWraps();

    SealedRows sealedRows();

    SealedShelf sealedShelf();

    Activity activity();

    AuditLog auditLog();

    Trails trails();

    Chats chats();

    ChatUpdates chatUpdates();

    ChatOutbox chatOutbox();

    BotDuty botDuty();

    ChatLinks chatLinks();

    ChatSignIns chatSignIns();

    ConsentEnds consentEnds();

    Certificates certificates();

    CertificateOrders certificateOrders();

    Challenges challenges();

    /** Makes a connection's row one that no version of ours writes or can read. Its version and claim stay as they are. */
    void spoil(ConnectionId id);
}
