package dev.patchbay.port.offender;

import dev.patchbay.usecase.offender.SomeAct;

public interface PromisesAnAct {
    SomeAct act();
}
