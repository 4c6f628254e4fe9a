package dev.patchbay.adapter.web.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** The API's description (OpenAPI 3.1), as a document and as a page to browse it. */
@Controller
final class DocsController {
    private final BundledFile document = BundledFile.at("web/openapi.yaml", "application/yaml");
    private final BundledFile page = BundledFile.at("web/pages/docs.html", "text/html; charset=utf-8");

    @Get("/openapi.yaml")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> document(HttpRequest<?> request) {
        return FileResponses.of(document, request);
    }

    @Get("/docs")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> page() {
        return HttpResponse.ok(page.text())
                .contentType(page.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(ContentPolicy.HEADER, ContentPolicy.DOCS);
    }
}
