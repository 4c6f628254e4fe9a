package dev.patchbay.adapter.web.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.usecase.operator.Overview;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** How renewals ended, hour by hour and day by day, in order. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RenewalsView(List<SpanView> hours, List<SpanView> days) {
    static RenewalsView of(Overview.Renewals renewals) {
        return new RenewalsView(
                renewals.hours().stream().map(SpanView::of).toList(),
                renewals.days().stream().map(SpanView::of).toList());
    }

    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SpanView(String from, KindsView outcomes) {
        static SpanView of(Overview.Span span) {
            return new SpanView(Times.text(span.from()), KindsView.of(span.kinds()));
        }
    }
}
