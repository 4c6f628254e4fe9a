package dev.patchbay.adapter.web.attempt;

import dev.patchbay.adapter.web.message.Form;
import java.util.Optional;

/** The same wishes, sent by an HTML form. */
final class BeginForm {

    private BeginForm() {}

    /** Empty when it is not well formed. */
    static Optional<BeginRequest> read(Form form) {
        try {
            return Optional.of(new BeginRequest(
                    form.value("returnTo").orElse(null),
                    form.value("return").orElse(null),
                    form.value("app").orElse(null),
                    null,
                    form.value("reconnect").filter("true"::equals).isPresent()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
