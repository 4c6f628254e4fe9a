package dev.patchbay.adapter.persistence.offender;

import dev.patchbay.port.provider.offender.SomeProvider;
import jakarta.transaction.Transactional;

public interface CallsOutInATransaction {
    @Transactional
    void ask(SomeProvider provider);
}
