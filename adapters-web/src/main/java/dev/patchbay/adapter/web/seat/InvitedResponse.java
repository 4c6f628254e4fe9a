package dev.patchbay.adapter.web.seat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.ListStep;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.usecase.seat.Invited;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an invitation is to. What the owner noted for whom the seat is, is not told.
 *
 * @param owner what the app's owner is called here
 * @param promises what the owner gets to see, and what not: plain sentences, to be read before the seat is taken
 * @param step what the owner has to do at the platform first
 * @param until how long the invitation is good for; null when it was used just now
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record InvitedResponse(
        String platform,
        String platformName,
        String owner,
        List<String> promises,
        String step,
        String console,
        @Nullable String until) {

    static InvitedResponse of(Invited.Welcome welcome, boolean used) {
        var platform = welcome.platform();
        String until = welcome.seat().state() instanceof Seat.State.Offered(var end) && !used ? Times.text(end) : null;
        return new InvitedResponse(
                platform.id().value(),
                platform.name(),
                welcome.ownerName(),
                promises(welcome.ownerName(), platform.name()),
                ListStep.words(platform),
                platform.console().toString(),
                until);
    }

    static List<String> promises(String owner, String platformName) {
        return List.of(
                "The app belongs to %s: your connection to %s works for as long as they keep it and let you sit there."
                        .formatted(owner, platformName),
                "%s sees your display name here, whether your connection stands, and whether %s has you on the app's list."
                        .formatted(owner, platformName),
                "%s gets no access to your tokens or your %s account.".formatted(owner, platformName),
                "Before you connect, %s has to put you on the app's list of users at %s, by name and by the e-mail address of your account there."
                        .formatted(owner, platformName));
    }
}
