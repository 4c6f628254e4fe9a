package dev.patchbay.sandbox.offender;

import dev.patchbay.port.offender.SomePort;

public interface KnowsUs {
    void use(SomePort port);
}
