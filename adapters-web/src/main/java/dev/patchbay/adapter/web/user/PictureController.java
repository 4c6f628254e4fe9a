package dev.patchbay.adapter.web.user;

import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.account.ShowPicture;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The picture of a connected outside account: from us, so that the platform does not learn who looks when. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class PictureController {
    private static final String FOR_A_DAY = "private, max-age=86400";
    private static final String FOR_AN_HOUR = "private, max-age=3600";

    private final Callers callers;
    private final ShowPicture showPicture;
    private final Problems problems;

    PictureController(Callers callers, ShowPicture showPicture, Problems problems) {
        this.callers = callers;
        this.showPicture = showPicture;
        this.problems = problems;
    }

    /** @param otherwise {@code letter} for the first letter of the account's name where there is no picture to be had */
    @Get("/user/platforms/{platform}/picture")
    @Produces({"image/png", "image/jpeg", "image/gif", "image/webp", LetterPicture.MEDIA_TYPE, "application/json"})
    HttpResponse<?> picture(
            HttpRequest<?> request, @PathVariable String platform, @QueryValue @Nullable String otherwise) {
        return callers.signedIn(request, who -> ProviderId.parse(platform)
                .<HttpResponse<?>>flatMap(id -> showPicture
                        .ofConnection(who, id)
                        .map(found -> of(found.bytes(), found.mediaType(), FOR_A_DAY))
                        .or(() -> "letter".equals(otherwise) ? letter(who, id) : Optional.empty()))
                .orElseGet(() -> problems.of(request, Code.NOT_FOUND, "There is no picture.")));
    }

    private Optional<HttpResponse<byte[]>> letter(SignedIn who, ProviderId platform) {
        return showPicture
                .nameAt(who, platform)
                .map(name -> of(LetterPicture.of(name), LetterPicture.MEDIA_TYPE, FOR_AN_HOUR));
    }

    private static HttpResponse<byte[]> of(byte[] bytes, String mediaType, String kept) {
        return HttpResponse.ok(bytes).contentType(mediaType).header(HttpHeaders.CACHE_CONTROL, kept);
    }
}
