package dev.patchbay.adapter.web.app;

import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.usecase.app.ShowApp;
import io.micronaut.serde.annotation.Serdeable;

/** Somebody whom the platform does not serve with the app. @param since when that was seen first */
@Serdeable.Serializable
record NotListedView(String displayName, String since) {

    static NotListedView of(ShowApp.NotListed missing) {
        return new NotListedView(missing.displayName(), Times.text(missing.since()));
    }
}
