package dev.patchbay.adapter.web.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;

/** The envelope of every success. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Data<T>(T data) {

    /** 200 with that content. */
    public static <T> MutableHttpResponse<Data<T>> ok(T content) {
        return HttpResponse.ok(new Data<>(content)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
