package dev.patchbay.adapter.spotify.offender;

import dev.patchbay.adapter.google.offender.SomethingOfGoogle;

public interface KnowsGoogle {
    void use(SomethingOfGoogle google);
}
