package dev.patchbay.adapter.web.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.port.operator.Figures;
import dev.patchbay.usecase.operator.Overview;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Connections that are kept out of the way. @param latest at most 100 of them */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record QuarantineView(long connections, List<AsideView> latest) {
    static QuarantineView of(Overview.Quarantine quarantine) {
        return new QuarantineView(
                quarantine.connections(),
                quarantine.latest().stream().map(AsideView::of).toList());
    }

    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AsideView(String connection, String platform, String cause, String words, String since) {
        static AsideView of(Figures.Aside aside) {
            return new AsideView(
                    aside.connection().toString(),
                    aside.platform().value(),
                    aside.cause().code(),
                    aside.cause().words(),
                    Times.text(aside.since()));
        }
    }
}
