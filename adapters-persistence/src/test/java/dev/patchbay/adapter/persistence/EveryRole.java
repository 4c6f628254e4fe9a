package dev.patchbay.adapter.persistence;

import static dev.patchbay.port.Fixtures.GOOGLE;
import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aFingerprint;
import static dev.patchbay.port.Fixtures.aMethodOf;
import static dev.patchbay.port.Fixtures.aParkedGrantOf;
import static dev.patchbay.port.Fixtures.aSeatIn;
import static dev.patchbay.port.Fixtures.aSeatOffer;
import static dev.patchbay.port.Fixtures.aSessionOf;
import static dev.patchbay.port.Fixtures.anAccount;
import static dev.patchbay.port.Fixtures.anAppOf;
import static dev.patchbay.port.Fixtures.anAttempt;
import static dev.patchbay.port.Fixtures.anIdentity;
import static dev.patchbay.port.Fixtures.anOwnAppOf;
import static dev.patchbay.port.Fixtures.claimOf;
import static dev.patchbay.port.Fixtures.minutes;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.attempt.Handoff;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.domain.clientapp.SeatOffer;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.Claims.Claimant;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.MasterWrap;
import dev.patchbay.port.vault.SealedRow;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.VaultReader;
import dev.patchbay.port.vault.WrappedKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One call of every method of every role, by name. */
final class EveryRole {

    private EveryRole() {}

    static Map<String, Runnable> of(Stores stores) {
        Account ann = anAccount();
        Session session = aSessionOf(ann);
        Connection connection = aConnection().ownedBy(ann).build();
        Lease lease = new Lease(connection.id(), 1, 1, false);
        Claimant somebody = new Claimant("a", minutes(1));
        ParkedGrant parked = aParkedGrantOf(ann);
        SealedSecret sealed = new SealedSecret(new byte[] {1});
        KeyOwner owner = KeyOwner.of(ann.id());
        WrappedKey wrapped = new WrappedKey(new byte[] {1});
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put("accounts.find", () -> stores.accounts().find(ann.id()));
        calls.put("accounts.open", () -> stores.accounts().open(ann, aMethodOf(ann, anIdentity())));
        calls.put("accounts.rename", () -> stores.accounts().rename(ann.id(), ann.displayName()));
        calls.put("accounts.erase", () -> stores.accounts().erase(ann.id()));
        calls.put("signInMethods.find", () -> stores.signInMethods().find(anIdentity()));
        calls.put("signInMethods.of", () -> stores.signInMethods().of(ann.id()));
        calls.put("signInMethods.link", () -> stores.signInMethods().link(aMethodOf(ann, anIdentity())));
        calls.put("signInMethods.used", () -> stores.signInMethods().used(anIdentity(), NOW));
        calls.put("signInMethods.unlink", () -> stores.signInMethods().unlink(ann.id(), GOOGLE));
        calls.put("attempts.add", () -> stores.attempts().add(anAttempt().build()));
        calls.put("attempts.consume", () -> stores.attempts().consume(aFingerprint(), NOW));
        calls.put("attempts.consumed", () -> stores.attempts().consumed(UUID.randomUUID(), NOW));
        calls.put("attempts.purge", () -> stores.attempts().purge(NOW));
        calls.put("handoffs.park", () -> stores.handoffs()
                .park(new Handoff(aFingerprint(), UUID.randomUUID(), sealed, NOW)));
        calls.put("handoffs.take", () -> stores.handoffs().take(aFingerprint(), NOW));
        calls.put("sessions.start", () -> stores.sessions().start(session));
        calls.put("sessions.find", () -> stores.sessions().find(session.id()));
        calls.put("sessions.alive", () -> stores.sessions().alive(ann.id(), NOW));
        calls.put("sessions.end", () -> stores.sessions().end(ann.id(), session.id(), NOW));
        calls.put("sessions.endAll", () -> stores.sessions().endAll(ann.id(), Optional.empty(), NOW));
        calls.put("sessions.purge", () -> stores.sessions().purge(NOW));
        calls.put("appConditions.of", () -> stores.appConditions().of(anAppOf(SPOTIFY)));
        calls.put("appConditions.note", () -> stores.appConditions()
                .note(anAppOf(SPOTIFY), new AppCondition.Blocked(Cause.APP_REJECTED, NOW, NOW)));
        OwnApp own = anOwnAppOf(ann);
        calls.put("ownApps.of one", () -> stores.ownApps().of(ann.id(), SPOTIFY));
        calls.put("ownApps.of", () -> stores.ownApps().of(ann.id()));
        calls.put("ownApps.put", () -> stores.ownApps().put(own));
        calls.put("ownApps.remove", () -> stores.ownApps().remove(ann.id(), SPOTIFY, 1));
        calls.put("ownApps.preferPrevious", () -> stores.ownApps().preferPrevious(ann.id(), SPOTIFY, 1));
        calls.put("ownApps.forgetPrevious", () -> stores.ownApps().forgetPrevious(ann.id(), SPOTIFY, 1));
        calls.put("ownApps.forgetPreviousSecrets", () -> stores.ownApps().forgetPreviousSecrets(NOW));
        SeatOffer seat = aSeatOffer();
        calls.put("seats.offer", () -> stores.seats().offer(own, seat, 5));
        calls.put("seats.of", () -> stores.seats().of(ann.id(), SPOTIFY, NOW));
        calls.put("seats.offered", () -> stores.seats().offered(seat.invitation(), NOW));
        calls.put("seats.heldBy", () -> stores.seats().heldBy(ann.id(), SPOTIFY));
        calls.put("seats.take", () -> stores.seats().take(seat.invitation(), ann.id(), NOW));
        calls.put("seats.end", () -> stores.seats().end(aSeatIn(own)));
        calls.put("seats.forgetOver", () -> stores.seats().forgetOver(NOW));
        calls.put("appLists.missing", () -> stores.appLists().missing(own.id(), ann.id(), NOW));
        calls.put("appLists.forget", () -> stores.appLists().forget(own.id(), ann.id()));
        calls.put("appLists.missingFrom", () -> stores.appLists().missingFrom(own.id()));
        calls.put("appLists.forgetAll", () -> stores.appLists().forgetAll(own.id()));
        calls.put("appConnections.of", () -> stores.appConnections().of(own.id()));
        calls.put("appConnections.end", () -> stores.appConnections().end(connection.id(), 1, Cause.APP_REMOVED, NOW));
        calls.put("connections.add", () -> stores.connections().add(connection));
        calls.put("connections.find", () -> stores.connections().find(connection.id()));
        calls.put("connections.of one", () -> stores.connections().of(ann.id(), SPOTIFY));
        calls.put("connections.of", () -> stores.connections().of(ann.id()));
        calls.put("connections.lookUp", () -> stores.connections().lookUp(claimOf(session), SPOTIFY, NOW));
        calls.put("connections.advance", () -> stores.connections()
                .advance(connection.refreshed(connection.tokens(), connection.scopes(), connection.clocks())));
        calls.put("connections.remove", () -> stores.connections().remove(connection.id(), 1));
        calls.put("claims.claim", () -> stores.claims().claim(connection.id(), 1, somebody, held -> true, NOW));
        calls.put("claims.claimDue", () -> stores.claims().claimDue(SPOTIFY, NOW, somebody, 10, NOW));
        calls.put("claims.unsettled", () -> stores.claims().unsettled(10, NOW));
        calls.put("claims.release", () -> stores.claims().release(lease));
        calls.put("claims.putOff", () -> stores.claims().putOff(lease, NOW));
        calls.put("claims.stand", () -> stores.claims().stand(lease, new Standing.Active(), true));
        calls.put("upkeep.summaries", () -> stores.upkeep().summaries(NOW));
        calls.put("upkeep.quarantine", () -> stores.upkeep()
                .quarantine(connection.id(), 1, Cause.SECRET_UNREADABLE, NOW));
        calls.put("upkeep.revive", () -> stores.upkeep().revive(SPOTIFY, NOW, NOW));
        calls.put("upkeep.forgetDead", () -> stores.upkeep().forgetDead(NOW));
        calls.put("parkedGrants.park", () -> stores.parkedGrants().park(parked));
        calls.put("parkedGrants.find", () -> stores.parkedGrants().find(ann.id(), SPOTIFY, NOW));
        calls.put("parkedGrants.take", () -> stores.parkedGrants().take(parked));
        calls.put("parkedGrants.expired", () -> stores.parkedGrants().expired(NOW));
        calls.put("allowances.take", () -> stores.allowances().take(anAppOf(SPOTIFY), 1, new Pace(1, 1), NOW));
        calls.put("rotations.wasSeen", () -> stores.rotations().wasSeen(SPOTIFY));
        calls.put("rotations.note", () -> stores.rotations().note(SPOTIFY, NOW));
        calls.put("appConditions.takeTry", () -> stores.appConditions()
                .takeTry(anAppOf(SPOTIFY), NOW, NOW.plus(minutes(1))));
        calls.put("keyShelf.vaultKeys", () -> stores.keyShelf().vaultKeys());
        calls.put("keyShelf.add vault key", () -> stores.keyShelf()
                .add(new VaultKey(1, KeyState.ACTIVE, "m", wrapped, NOW)));
        calls.put("keyShelf.newestDataKey", () -> stores.keyShelf().newestDataKey(owner));
        calls.put("keyShelf.newestDataKeys", () -> stores.keyShelf().newestDataKeys(Set.of(owner)));
        calls.put("keyShelf.dataKey", () -> stores.keyShelf().dataKey(owner, 1));
        calls.put("keyShelf.add data key", () -> stores.keyShelf().add(new DataKey(owner, 1, 1, wrapped, NOW)));
        calls.put("keyShelf.destroyDataKeys", () -> stores.keyShelf().destroyDataKeys(owner));
        DataKey dataKey = new DataKey(owner, 1, 1, wrapped, NOW);
        VaultKey vaultKey = new VaultKey(1, KeyState.ACTIVE, "m", wrapped, NOW);
        SealedRow row = new SealedRow(owner, connection.accessTokenPlace(), sealed);
        calls.put("keyTurns.promote", () -> stores.keyTurns().promote(2, NOW));
        calls.put("keyTurns.disable", () -> stores.keyTurns().disable(2, NOW));
        calls.put("keyTurns.destroy", () -> stores.keyTurns().destroy(2, NOW, NOW));
        calls.put("rewraps.under", () -> stores.rewraps().under(1, Optional.of(dataKey), 1));
        calls.put("rewraps.countUnder", () -> stores.rewraps().countUnder(1));
        calls.put("rewraps.rewrap", () -> stores.rewraps().rewrap(dataKey, dataKey));
        calls.put("vaultReaders.note", () -> stores.vaultReaders().note(new VaultReader("me", 1, "m", NOW)));
        calls.put("vaultReaders.all", () -> stores.vaultReaders().all());
        calls.put("vaultReaders.forget", () -> stores.vaultReaders().forget("me"));
        calls.put("masterWraps.add", () -> stores.masterWraps().add(vaultKey, new MasterWrap("n", wrapped)));
        calls.put("masterWraps.giveUp", () -> stores.masterWraps().giveUp());
        calls.put("masterWraps.finish", () -> stores.masterWraps().finish("n", NOW));
        calls.put("sealedRows.keysAfter", () -> stores.sealedRows().keysAfter(Optional.of(owner), 1));
        calls.put("sealedRows.of", () -> stores.sealedRows().of(owner));
        calls.put("sealedRows.reseal", () -> stores.sealedRows().reseal(row, sealed));
        calls.put("sealedRows.renew", () -> stores.sealedRows().renew(dataKey));
        calls.put("sealedRows.remove", () -> stores.sealedRows().remove(owner, 1));
        calls.put("sealedShelf.find", () -> stores.sealedShelf().find("name"));
        calls.put("sealedShelf.add", () -> stores.sealedShelf().add("name", sealed));
        calls.put("activity.add", () -> stores.activity()
                .add(new Event(ann.id(), Event.Kind.SIGNED_IN, Optional.empty(), "", NOW)));
        calls.put("activity.recent", () -> stores.activity().recent(ann.id(), 1));
        return calls;
    }
}
