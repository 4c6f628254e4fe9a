package dev.patchbay.adapter.web.user;

import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.picture.Picture;
import dev.patchbay.usecase.account.ShowPicture;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The picture of a connected outside account: from us, so that the platform does not learn who looks when. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class PictureController {
    private static final String FOR_A_DAY = "private, max-age=86400";

    private final Callers callers;
    private final ShowPicture showPicture;
    private final Problems problems;

    PictureController(Callers callers, ShowPicture showPicture, Problems problems) {
        this.callers = callers;
        this.showPicture = showPicture;
        this.problems = problems;
    }

    @Get("/user/platforms/{platform}/picture")
    @Produces({"image/png", "image/jpeg", "image/gif", "image/webp", "application/json"})
    HttpResponse<?> picture(HttpRequest<?> request, @PathVariable String platform) {
        return callers.signedIn(request, who -> ProviderId.parse(platform)
                .flatMap(id -> showPicture.ofConnection(who, id))
                .<HttpResponse<?>>map(PictureController::of)
                .orElseGet(() -> problems.of(request, Code.NOT_FOUND, "There is no picture.")));
    }

    private static HttpResponse<?> of(Picture picture) {
        return HttpResponse.ok(picture.bytes())
                .contentType(picture.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, FOR_A_DAY);
    }
}
