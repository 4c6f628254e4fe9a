package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.account.AccountsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbAccountsTest extends AccountsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
