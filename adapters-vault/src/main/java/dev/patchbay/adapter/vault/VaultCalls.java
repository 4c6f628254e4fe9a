package dev.patchbay.adapter.vault;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.patchbay.port.StoreUnavailable;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Calls to HashiCorp Vault, bounded in time and size. Nothing that is sent gets into a message. Safe for many threads. */
final class VaultCalls {
    /** How all its outages begin. */
    static final String SERVICE = "the key service at VAULT_ADDR";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int BODY_CAP = 64 * 1024;
    private static final JsonFactory JSON = new JsonFactory();

    private final TransitSettings settings;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    VaultCalls(TransitSettings settings) {
        this.settings = settings;
    }

    record Answer(int status, byte[] body) {
        /** The member of {@code data} with that name; empty when it was no success, or is not there. */
        Optional<JsonNode> data(String name) {
            if (status != 200) {
                return Optional.empty();
            }
            try (JsonParser parser = JSON.createParser(body)) {
                return parser.nextToken() == null
                        ? Optional.empty()
                        : member(JsonNodeTreeCodec.getInstance().readTree(parser), "data")
                                .flatMap(data -> member(data, name));
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        private static Optional<JsonNode> member(JsonNode node, String name) {
            return node.isObject() ? Optional.ofNullable(node.get(name)) : Optional.empty();
        }
    }

    /** @throws StoreUnavailable when there is no answer */
    Answer get(String path) {
        return send(request(path).GET());
    }

    /** @throws StoreUnavailable when there is no answer */
    Answer post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.address() + "/v1/" + path))
                .timeout(DEADLINE)
                .header("X-Vault-Token", settings.token().reveal())
                .header("X-Vault-Request", "true");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                return new Answer(response.statusCode(), in.readNBytes(BODY_CAP));
            }
        } catch (IOException e) {
            // Its message may quote what was sent.
            throw new StoreUnavailable(
                    SERVICE + " does not answer: " + e.getClass().getSimpleName(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(SERVICE + " was asked when this thread was interrupted", null);
        }
    }
}
