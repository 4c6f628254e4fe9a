package dev.patchbay.adapter.web.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.usecase.app.AffectedConnection;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What went with the app. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RemovedResponse(List<EndedResponse> ended) {

    static RemovedResponse of(List<AffectedConnection> ended) {
        return new RemovedResponse(EndedResponse.of(ended));
    }
}
