package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.Secret;

/** What came of reading a master key. */
sealed interface KeyReading {
    /** 32 bytes that nothing speaks against. */
    record Good(Secret material) implements KeyReading {}

    /** What is wrong and what to do, without the key. */
    record Bad(String why) implements KeyReading {}
}
