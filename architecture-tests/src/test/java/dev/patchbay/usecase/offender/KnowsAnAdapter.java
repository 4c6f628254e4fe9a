package dev.patchbay.usecase.offender;

import dev.patchbay.adapter.google.offender.SomethingOfGoogle;

public interface KnowsAnAdapter {
    void use(SomethingOfGoogle google);
}
