package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.chat.BotDutyContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2BotDutyTest extends BotDutyContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
