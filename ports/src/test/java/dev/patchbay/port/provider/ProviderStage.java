package dev.patchbay.port.provider;

import dev.patchbay.domain.clientapp.ClientApp;
import java.net.URI;
import java.util.Set;

/**
 * An outside party on loopback with one person, one client app, and a ledger. A contract plays on it; whoever brings a
 * provider brings the stage.
 */
public interface ProviderStage extends AutoCloseable {
    /** The app that the party knows; confidential. */
    ClientApp app();

    /** The person goes to that address and agrees; the address the browser is sent back to. */
    URI approve(URI authorizationUrl);

    /** The person goes to that address and cancels; the address the browser is sent back to. */
    URI cancel(URI authorizationUrl);

    /** Faults that this party does not know, such as a quota where there is none. */
    default Set<StageFault> unknownFaults() {
        return Set.of();
    }

    /** The next call of that kind meets this fault, and none after it. */
    void next(StageCall call, StageFault fault);

    /** How often that call has arrived, whatever was answered. */
    int arrived(StageCall call);

    /** Every code and token the party ever issued. */
    Set<String> issuedSecrets();

    /** All that our code has logged since the stage was opened, at the finest level. */
    String log();

    @Override
    void close();
}
