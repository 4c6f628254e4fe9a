package dev.patchbay.domain.offender;

import dev.patchbay.port.offender.SomePort;

public interface KnowsAPort {
    void use(SomePort port);
}
