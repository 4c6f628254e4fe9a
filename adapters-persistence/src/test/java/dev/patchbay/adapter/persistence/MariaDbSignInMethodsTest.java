package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.signin.SignInMethodsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbSignInMethodsTest extends SignInMethodsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
