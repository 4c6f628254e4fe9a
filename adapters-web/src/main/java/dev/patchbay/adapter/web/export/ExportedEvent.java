package dev.patchbay.adapter.web.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.provider.ProviderId;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** @param account the person's, or one that became part of it */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExportedEvent(String account, String event, @Nullable String provider, String detail, String at) {

    static ExportedEvent of(Event event) {
        return new ExportedEvent(
                event.account().value(),
                event.kind().name().toLowerCase(Locale.ROOT),
                event.provider().map(ProviderId::value).orElse(null),
                event.detail(),
                Times.text(event.at()));
    }
}
