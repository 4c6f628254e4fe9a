package dev.patchbay.adapter.web.app;

import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.AppFindings.Finding;
import io.micronaut.serde.annotation.Serdeable;

/** What a look at the app showed, before anybody consented with it. */
@Serdeable.Serializable
record CheckedResponse(Found id, Found secret, Found redirect, Found app) {

    /** @param result {@code ok} only when it was seen to be; {@code wrong}; {@code not_checked} */
    @Serdeable.Serializable
    record Found(String result, String words) {
        static Found of(Finding finding) {
            return switch (finding) {
                case Finding.Good(var words) -> new Found("ok", words);
                case Finding.Wrong(var words) -> new Found("wrong", words);
                case Finding.NotChecked(var words) -> new Found("not_checked", words);
            };
        }
    }

    static CheckedResponse of(AppFindings findings) {
        return new CheckedResponse(
                Found.of(findings.clientId()),
                Found.of(findings.clientSecret()),
                Found.of(findings.redirectUri()),
                Found.of(findings.app()));
    }
}
