package dev.patchbay.adapter.web.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.usecase.merge.Merging;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Two accounts are one.
 *
 * @param account the one that is
 * @param ended the one that is no more
 * @param signedOut whether the session that asked ended with it
 * @param grants what became of grants that there was no room for
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record MergedResponse(String account, String ended, boolean signedOut, List<Grant> grants) {

    /**
     * A grant that there was no room for.
     *
     * @param revocation as when disconnecting; {@code not_needed} when the connection that stays is of the same account at the platform
     * @param accessPage where the person ends the access themselves; null when that is not needed
     */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Grant(
            String platform, String revocation, @Nullable String accessPage) {
        static Grant of(Merging.GivenUp grant) {
            return new Grant(
                    grant.platform().value(),
                    grant.revocation()
                            .map(word -> word.name().toLowerCase(Locale.ROOT))
                            .orElse("not_needed"),
                    grant.accessPage().map(URI::toString).orElse(null));
        }
    }

    static MergedResponse of(Merging.Done done) {
        return new MergedResponse(
                done.kept().value(),
                done.ended().value(),
                done.signedOut(),
                done.givenUp().stream().map(Grant::of).toList());
    }
}
