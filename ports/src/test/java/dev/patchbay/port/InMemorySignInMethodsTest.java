package dev.patchbay.port;

import dev.patchbay.port.signin.SignInMethodsContract;

class InMemorySignInMethodsTest extends SignInMethodsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
