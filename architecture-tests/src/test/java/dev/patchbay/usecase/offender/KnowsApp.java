package dev.patchbay.usecase.offender;

import dev.patchbay.app.offender.SomethingOfApp;

public interface KnowsApp {
    void use(SomethingOfApp app);
}
