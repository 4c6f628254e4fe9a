package dev.patchbay.adapter.web.app;

import dev.patchbay.usecase.app.AffectedConnection;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A connection that ended with the app.
 *
 * @param displayName of whoever had it
 * @param yours whether that is the one who asks
 */
@Serdeable.Serializable
record EndedResponse(String displayName, boolean yours) {

    static List<EndedResponse> of(List<AffectedConnection> ended) {
        return ended.stream()
                .map(one -> new EndedResponse(one.displayName(), one.yours()))
                .toList();
    }

    /** The same in a sentence, for somebody who is about to let it happen. */
    static String words(List<AffectedConnection> wouldEnd) {
        long others = wouldEnd.stream().filter(one -> !one.yours()).count();
        boolean mine = wouldEnd.size() > others;
        String whose = (mine ? "your own" : "")
                + (mine && others > 0 ? " and " : "")
                + (others > 0 ? others + (others == 1 ? " other person's" : " other people's") : "");
        return "This would end %s connection%s, which then must be made anew; nothing was changed. Ask again with ?confirm=true."
                .formatted(whose, wouldEnd.size() == 1 ? "" : "s");
    }
}
