package dev.patchbay.adapter.vault;

import dev.patchbay.adapter.vault.VaultCalls.Answer;
import dev.patchbay.port.StoreUnavailable;
import io.micronaut.json.tree.JsonNode;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * The token that HashiCorp Vault is asked with. It ends, and the service that cannot renew it finds out at its next start, so it is
 * renewed as long as it may be, and the operator hears of it when it may not.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/auth/token">Token auth method</a>
 */
final class VaultToken {
    /** Who is warned sooner only learns to overlook it. */
    static final Duration WARN_BEFORE = Duration.ofDays(7);

    private static final System.Logger LOG = System.getLogger(VaultToken.class.getName());

    private final VaultCalls calls;

    VaultToken(VaultCalls calls) {
        this.calls = calls;
    }

    /** How it stands after a look. */
    enum State {
        /** It was renewed, has long to live, or never ends. */
        LIVES,
        /** It ends soon and cannot be renewed any further. */
        ENDS_SOON,
        /** It is refused. */
        REFUSED
    }

    /** @throws StoreUnavailable when there is no good answer */
    State keepAlive() {
        Answer seen = calls.get("auth/token/lookup-self");
        if (seen.status() == 403) {
            LOG.log(Level.ERROR, "VAULT_TOKEN is refused: the next start, or the next new vault key, will fail");
            return State.REFUSED;
        }
        Optional<Duration> left = seconds(seen, "ttl");
        if (left.isEmpty()) {
            throw new StoreUnavailable(VaultCalls.SERVICE + " tells nothing of VAULT_TOKEN: " + seen.status(), null);
        }
        if (left.get().isZero()) {
            return State.LIVES;
        }
        Duration now = isRenewable(seen) ? renewed().orElse(left.get()) : left.get();
        if (now.compareTo(WARN_BEFORE) >= 0 || now.compareTo(left.get()) > 0) {
            return State.LIVES;
        }
        // One that renews to its period is as long as it ever was, however short that is.
        if (isRenewable(seen) && now.compareTo(wholeLife(seen).dividedBy(2)) > 0) {
            return State.LIVES;
        }
        LOG.log(Level.WARNING, "VAULT_TOKEN ends in {0} and cannot be renewed any further: give a new one", now);
        return State.ENDS_SOON;
    }

    /** What it lives from now on; empty when it was not renewed. */
    private Optional<Duration> renewed() {
        Answer answer = calls.post("auth/token/renew-self", "{}");
        return answer.status() == 200 ? seconds(calls.get("auth/token/lookup-self"), "ttl") : Optional.empty();
    }

    private static Duration wholeLife(Answer answer) {
        return seconds(answer, "creation_ttl").orElse(Duration.ZERO);
    }

    private static boolean isRenewable(Answer answer) {
        return answer.data("renewable")
                .filter(JsonNode::isBoolean)
                .map(JsonNode::getBooleanValue)
                .orElse(false);
    }

    private static Optional<Duration> seconds(Answer answer, String name) {
        return answer.data(name)
                .filter(JsonNode::isNumber)
                .map(node -> Duration.ofSeconds(Math.max(0, node.getLongValue())));
    }
}
