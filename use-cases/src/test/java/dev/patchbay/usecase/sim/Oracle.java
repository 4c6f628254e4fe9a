package dev.patchbay.usecase.sim;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.usecase.refresh.Verdict;
import dev.patchbay.usecase.sim.Ledger.End;
import dev.patchbay.usecase.sim.Ledger.Grant;
import dev.patchbay.usecase.sim.Ledger.Showing;
import dev.patchbay.usecase.sim.Ledger.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Watches the store, the provider and the callers, knows everything, and notes each promise that is broken. */
final class Oracle {
    /** One promise broken. */
    record Violation(Broken broken, String what) {}

    /** What may be lent to somebody who asked at that time. */
    record Ask(Slot slot, long floor, long at) {}

    private final List<Violation> violations = new ArrayList<>();
    private final GrantClass grantClass;
    private final Ledger ledger;
    private final SimVault vault;
    private final Excuses excuses;
    private final Kernel kernel;
    private final Trace trace;
    private final Tally tally;

    Oracle(
            GrantClass grantClass,
            Ledger ledger,
            SimVault vault,
            Excuses excuses,
            Kernel kernel,
            Trace trace,
            Tally tally) {
        this.grantClass = grantClass;
        this.ledger = ledger;
        this.vault = vault;
        this.excuses = excuses;
        this.kernel = kernel;
        this.trace = trace;
        this.tally = tally;
    }

    List<Violation> violations() {
        return violations;
    }

    void breaks(Broken broken, String what) {
        violations.add(new Violation(broken, what));
        trace.note("*** " + broken + ": " + what);
    }

    /** Something came out of a process that must not. */
    void defect(RuntimeException what) {
        breaks(Broken.DEFECT, what + " at " + what.getStackTrace()[0]);
    }

    // The store

    /** A row was written with tokens in it. */
    void stored(Slot slot, Connection row) {
        Token access = ledger.token(vault.peek(row.tokens().accessToken()));
        access.commit = ++slot.commits;
        if (row.lastRefreshedAt().isPresent() && slot.grant != access.grant) {
            breaks(Broken.OLD_GRANT, "a refresh of an earlier grant brought " + access.text + " to " + slot);
        }
        slot.grant = access.grant;
        says(slot, false);
        if (access.grant.slot != slot) {
            breaks(Broken.FOREIGN_TOKEN, access.text + " was stored for " + slot);
        }
        refreshTokenIn(row.tokens()).ifPresent(refresh -> {
            Rotation from = refresh.from;
            if (from != null) {
                from.storedAt = Math.min(from.storedAt, kernel.now());
            }
            if (refresh.grant != access.grant) {
                breaks(Broken.FOREIGN_TOKEN, access.text + " was stored with " + refresh.text);
            }
        });
        if (trace.isOn()) {
            trace.note("row of " + slot + " v" + row.version() + ": " + access.text + " "
                    + refreshTokenIn(row.tokens()).map(token -> token.text).orElse("without refresh token"));
        }
    }

    /** A row was written with a new standing. */
    void stood(Slot slot, Connection row) {
        if (trace.isOn()) {
            trace.note("row of " + slot + " v" + row.version() + ": " + row.standing());
        }
        says(slot, row.standing() instanceof Standing.NeedsReconnect);
        if (row.standing() instanceof Standing.NeedsReconnect(var cause, var since)) {
            refreshTokenIn(row.tokens()).ifPresent(token -> died(token, cause));
        }
    }

    /** A process has the claim of a row. */
    void claimed(Slot slot, String holder, Lease lease) {
        slot.claimedAt.put(holder, kernel.now());
        if (slot.ended) {
            breaks(Broken.ENDED_CLAIMED, holder + " claims the row of " + slot);
        }
        if (trace.isOn()) {
            trace.note(holder + " claims v" + lease.version() + (lease.inDoubt() ? ", in doubt" : ""));
        }
    }

    private void says(Slot slot, boolean ended) {
        if (slot.ended) {
            slot.endedUntil = kernel.now();
        }
        slot.ended = ended;
    }

    /** A row was removed. */
    void removed(Slot slot, Connection row) {
        slot.commitsAtRemoval = slot.commits;
        says(slot, true);
        if (trace.isOn()) {
            trace.note("row of " + slot + " v" + row.version() + " is removed");
        }
    }

    private void died(Token token, Cause cause) {
        if (ledger.isLive(token, kernel.now())) {
            breaks(Broken.FALSE_DEATH, token.text + " is live, and the row says " + cause);
        }
        // Spent, and its successor is not here: that is what has to be said.
        boolean outcomeUnknown = token.spentAt <= kernel.now() && token.grant.end != End.WITHDRAWN;
        if (outcomeUnknown && cause == Cause.GRANT_DEAD) {
            breaks(Broken.WRONG_REASON, token.text + " was spent, and the row says " + cause);
        }
        if (outcomeUnknown && !token.grant.rotations.isEmpty()) {
            long since = token.grant.rotations.getLast().asker.diedAt();
            tally.longestDoubt = Math.max(tally.longestDoubt, kernel.now() - since);
        }
    }

    /** Tokens were written to a disk. */
    void spooled(SealedTokens tokens) {
        refreshTokenIn(tokens).ifPresent(token -> {
            trace.note(token.text + " is in the spool");
            tally.spooled++;
            Rotation from = token.from;
            if (from != null) {
                from.spooledAt = Math.min(from.spooledAt, kernel.now());
            }
        });
    }

    /** The grant whose tokens are in a row. */
    Optional<Grant> grantOf(Connection row) {
        return refreshTokenIn(row.tokens()).map(token -> token.grant);
    }

    private Optional<Token> refreshTokenIn(SealedTokens tokens) {
        return tokens.refreshToken().map(kept -> ledger.token(vault.peek(kept)));
    }

    // The provider

    /** A refresh token is on its way to the provider. */
    void sent(String refreshToken, ClientAppId app, Call<?> call) {
        tally.calls++;
        Token token = ledger.token(refreshToken);
        if (ledger.look(refreshToken, app, kernel.now()) == Showing.WRONG_APP) {
            breaks(Broken.WRONG_APP, token.text + " is shown by " + app);
        }
        if (ledger.isStrict()) {
            // What is stored between the claim and the call by a process thought dead, nobody can see.
            long claimedAt = token.grant.slot.claimedAt.getOrDefault(call.sender.boot.id, kernel.now());
            if (token.grant.calls.stream().anyMatch(this::isInTheWay)) {
                breaks(Broken.TWO_IN_FLIGHT, token.text + " is shown while a call for its grant is under way");
            }
            for (Rotation rotation : token.grant.rotations) {
                if (rotation.shown == token && rotation.storedAt < claimedAt) {
                    breaks(Broken.SPENT_SHOWN, token.text + " is shown after its successor was stored");
                }
            }
        }
        token.grant.calls.add(call);
    }

    /** A call that shows a spent token can do nothing any more; and a process silent for that long is not waited for. */
    private boolean isInTheWay(Call<?> other) {
        return other.isUnderWay()
                && !other.isGhostly()
                && ledger.token(other.shown).spentAt > kernel.now()
                && other.sender.boot.silentFor(kernel.now()) < GrantClass.LONGEST_SILENCE.toMillis() * Kernel.MILLI;
    }

    // The callers

    Ask asked(Slot slot) {
        tally.asks++;
        return new Ask(slot, slot.floor, kernel.now());
    }

    void lent(Ask ask, String accessToken) {
        tally.lent++;
        Token token = ledger.token(accessToken);
        Slot slot = ask.slot();
        trace.note("lent " + accessToken);
        if (token.grant.slot != slot) {
            breaks(Broken.FOREIGN_TOKEN, slot + " got " + accessToken);
        } else if (token.commit == 0) {
            breaks(Broken.UNSTORED_TOKEN, slot + " got " + accessToken);
        } else if (token.commit < ask.floor()) {
            breaks(
                    Broken.OLD_TOKEN,
                    slot + " got " + accessToken + " of commit " + token.commit + " after " + ask.floor()
                            + " was acknowledged");
        }
        if (ledger.isExpired(token, ask.at())) {
            breaks(Broken.EXPIRED_TOKEN, slot + " got " + accessToken);
        }
        slot.floor = Math.max(slot.floor, token.commit);
    }

    void withheld(Ask ask, Verdict.State state) {
        tally.withheld++;
        Slot slot = ask.slot();
        boolean atAnEnd = state == Verdict.State.NEEDS_RECONNECT || state == Verdict.State.NOT_CONNECTED;
        if (atAnEnd && !slot.ended && slot.endedUntil < ask.at()) {
            breaks(Broken.FALSE_WORD, slot + " heard " + state);
        }
    }

    /** Somebody was told that their connection is gone; whatever was stored until the removal is not lent any more. */
    void disconnected(Slot slot) {
        trace.note("disconnected " + slot);
        slot.floor = Math.max(slot.floor, slot.commitsAtRemoval + 1);
    }

    /** Somebody was told that they are connected. */
    void connected(Slot slot, Connection row) {
        trace.note("connected " + slot);
        slot.floor = Math.max(slot.floor, ledger.token(vault.peek(row.tokens().accessToken())).commit);
    }

    // The end

    /** All is quiet, everybody who wanted a token was answered; this is the row now. */
    void settled(Slot slot, ClientAppId app, Optional<Connection> row) {
        if (row.isPresent()) {
            settled(row.get(), app);
        } else if (!slot.mayBeGone) {
            breaks(Broken.LOST_ROW, "the row of " + slot + " is gone, and nobody asked for that");
        }
    }

    private void settled(Connection row, ClientAppId app) {
        Token token = refreshTokenIn(row.tokens()).orElseThrow();
        boolean live = ledger.isLive(token, kernel.now());
        boolean says = !(row.standing() instanceof Standing.NeedsReconnect);
        if (live && !says) {
            breaks(Broken.FALSE_DEATH, token.text + " is live, and " + row.standing());
        }
        // Without the app nobody can ask, and people hear of the app.
        if (!live && says && row.app().equals(app)) {
            breaks(Broken.SILENT_LOSS, token.text + " is dead, and " + row.standing());
        }
        if (!live) {
            lost(token.grant, token);
        }
    }

    private void lost(Grant grant, Token inRow) {
        End end = grant.end;
        if (end == End.WITHDRAWN) {
            tally.withdrawn++;
        } else if (excuses.areThereFor(grant, grantClass)) {
            tally.unavoidable++;
        } else {
            breaks(Broken.AVOIDABLE_LOSS, inRow.text + " is dead (" + (end == null ? "spent" : end) + ")");
        }
    }
}
