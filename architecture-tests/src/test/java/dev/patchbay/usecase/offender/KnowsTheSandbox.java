package dev.patchbay.usecase.offender;

import dev.patchbay.sandbox.offender.SomethingOfTheSandbox;

public interface KnowsTheSandbox {
    void use(SomethingOfTheSandbox sandbox);
}
