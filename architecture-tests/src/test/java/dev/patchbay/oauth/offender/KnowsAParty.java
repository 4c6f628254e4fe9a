package dev.patchbay.oauth.offender;

import dev.patchbay.adapter.google.offender.SomethingOfGoogle;

public interface KnowsAParty {
    void use(SomethingOfGoogle google);
}
