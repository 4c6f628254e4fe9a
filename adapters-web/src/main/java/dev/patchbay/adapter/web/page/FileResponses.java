package dev.patchbay.adapter.web.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;

/** Sends files so that a browser keeps them and asks each time whether they are still the same (RFC 9110 §13.1.2). */
final class FileResponses {
    private FileResponses() {}

    static HttpResponse<byte[]> of(BundledFile file, HttpRequest<?> request) {
        boolean known = request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .anyMatch(tags -> tags.contains(file.entityTag()));
        MutableHttpResponse<byte[]> response = known
                ? HttpResponse.notModified()
                : HttpResponse.ok(file.content()).contentType(file.mediaType());
        return response.header(HttpHeaders.ETAG, file.entityTag())
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache");
    }
}
