package dev.patchbay.adapter.web.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.provider.ProviderId;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ActivityResponse(String event, @Nullable String provider, String detail, String at) {

    static ActivityResponse of(Event event) {
        return new ActivityResponse(
                event.kind().name().toLowerCase(Locale.ROOT),
                event.provider().map(ProviderId::value).orElse(null),
                event.detail(),
                Times.text(event.at()));
    }
}
