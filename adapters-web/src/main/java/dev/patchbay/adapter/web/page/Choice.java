package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.provider.ProviderId;
import java.time.Instant;

/**
 * A person has to say which of two outside accounts a connection shall be.
 *
 * @param connected who it is now
 * @param waiting who was chosen when it was reconnected
 * @param until when it stays as it is without a word
 */
record Choice(ProviderId platform, ExternalAccount connected, ExternalAccount waiting, Instant until) {

    String nameOfConnected() {
        return named(connected, waiting);
    }

    String nameOfWaiting() {
        return named(waiting, connected);
    }

    /** Two accounts of one person often have one name: then the ids tell them apart. */
    private static String named(ExternalAccount one, ExternalAccount other) {
        String name = one.name().orElse(one.id());
        return name.equals(other.name().orElse(other.id())) && !name.equals(one.id())
                ? "%s (%s)".formatted(name, one.id())
                : name;
    }
}
