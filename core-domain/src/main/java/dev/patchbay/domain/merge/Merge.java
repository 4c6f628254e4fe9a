package dev.patchbay.domain.merge;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.Connection;
import java.util.List;

/**
 * Everything that is written to merge two accounts, sealed for its new places already.
 *
 * @param proof used up by it
 * @param connections those that move, and everybody's that were made with an app that moves; each {@code after} is of the next version
 * @param apps those that move; {@code after} has the same version
 */
public record Merge(
        MergeProof proof, MergeDraft draft, List<Change<Connection>> connections, List<Change<OwnApp>> apps) {
    public Merge {
        connections = List.copyOf(connections);
        apps = List.copyOf(apps);
        boolean ofThese =
                proof.besides(draft.kept().account()).equals(draft.ended().account());
        if (!ofThese
                || connections.stream()
                        .anyMatch(change ->
                                change.after().version() != change.before().version() + 1)) {
            throw new IllegalArgumentException("not what was proven, or not sealed for the next version");
        }
    }

    public AccountId kept() {
        return draft.kept().account();
    }

    public AccountId ended() {
        return draft.ended().account();
    }
}
