package dev.patchbay.adapter.web.session;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The public keys that session tokens can be verified with (RFC 7517); none when the operator shares a secret instead. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class KeysController {
    private final SigningKey key;

    KeysController(SigningKey key) {
        this.key = key;
    }

    @Get(uri = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON)
    HttpResponse<String> keys() {
        return HttpResponse.ok(key.publicKeys().toString(true))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
    }
}
