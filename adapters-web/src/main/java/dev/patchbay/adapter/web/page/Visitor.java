package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.session.Callers.Caller;
import dev.patchbay.domain.session.SignedIn;
import java.util.Optional;

/**
 * Whoever opens a page.
 *
 * @param caller empty for strangers
 * @param known false while the store does not say whether the session that the browser brought lives; then there is no caller
 * @param wasSignedIn whether the browser brought a session that has ended
 * @param operator whether they look after the service
 */
record Visitor(Optional<Caller> caller, boolean known, boolean wasSignedIn, boolean operator, Words words) {

    Optional<SignedIn> who() {
        return caller.map(Caller::who);
    }
}
