package dev.patchbay.port;

import dev.patchbay.port.account.AccountsContract;

class InMemoryAccountsTest extends AccountsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
