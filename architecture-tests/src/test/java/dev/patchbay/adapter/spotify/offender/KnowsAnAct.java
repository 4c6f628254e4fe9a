package dev.patchbay.adapter.spotify.offender;

import dev.patchbay.usecase.offender.SomeAct;

public interface KnowsAnAct {
    void perform(SomeAct act);
}
