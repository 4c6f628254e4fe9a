package dev.patchbay.app;

import java.util.Optional;

/** Which version of the program this is. */
public final class ThisVersion {
    /** As the jar tells; empty where classes do not come from one. */
    public static Optional<String> ifKnown() {
        return Optional.ofNullable(ThisVersion.class.getPackage().getImplementationVersion());
    }

    private ThisVersion() {}
}
