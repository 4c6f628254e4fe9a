package dev.patchbay.port;

import dev.patchbay.port.certificate.ChallengesContract;

class InMemoryChallengesTest extends ChallengesContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
