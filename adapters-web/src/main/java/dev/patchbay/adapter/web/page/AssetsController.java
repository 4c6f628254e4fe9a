package dev.patchbay.adapter.web.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;

/** {@code /assets/…}: what the pages load. */
@Controller
final class AssetsController {
    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    @Get("/assets/{+path}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> asset(@PathVariable String path, HttpRequest<?> request) {
        return assets.find(path)
                .map(file -> FileResponses.of(file, request))
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "There is no such file."));
    }
}
