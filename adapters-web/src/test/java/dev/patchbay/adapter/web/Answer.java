package dev.patchbay.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server said. */
record Answer(int status, HttpHeaders headers, String body) {

    /** The first header of that name. */
    String header(String name) {
        return headers.firstValue(name).orElse("(no " + name + ")");
    }

    List<String> setCookies() {
        return headers.allValues("Set-Cookie");
    }

    /** What the address that the browser is sent to says about that parameter; the last one of its query. */
    String sentWith(String parameter) {
        String address = header("Location");
        int at = address.indexOf(parameter + "=");
        assertThat(at).as(address).isPositive();
        return address.substring(at + parameter.length() + 1);
    }

    URI location() {
        return URI.create(header("Location"));
    }

    Map<String, Object> json() {
        try {
            return JSONObjectUtils.parse(body);
        } catch (ParseException e) {
            throw new AssertionError("not a JSON object: " + body, e);
        }
    }

    /** What stands at {@code data.account.id}; null too when there is nothing. */
    @Nullable
    Object at(String path) {
        Object at = json();
        for (String step : path.split("\\.", -1)) {
            if (at instanceof Map<?, ?> map) {
                at = map.get(step);
            } else if (at instanceof List<?> list && Integer.parseInt(step) < list.size()) {
                at = list.get(Integer.parseInt(step));
            } else {
                return null;
            }
        }
        return at;
    }

    String text(String path) {
        return String.valueOf(at(path));
    }

    /** Fails unless it is that problem, in the documented shape. */
    Answer isProblem(int expectedStatus, String code) {
        assertThat(status).as(body).isEqualTo(expectedStatus);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(json()).containsEntry("code", code).containsKeys("type", "title", "status", "detail", "requestId");
        assertThat(text("status")).isEqualTo(String.valueOf(expectedStatus));
        assertThat(text("requestId")).isEqualTo(header("X-Request-Id"));
        return this;
    }

    Answer isOk() {
        assertThat(status).as(body).isEqualTo(200);
        return this;
    }
}
