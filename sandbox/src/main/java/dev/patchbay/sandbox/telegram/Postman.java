package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.web.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Posts one update once, and carries out the method that the answer may hold. Safe for many threads. */
final class Postman implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * What came back.
     *
     * @param status 0 if nothing did
     * @param failure why it is no success, in Telegram's words; empty if it is one
     */
    record Receipt(int status, String failure) {
        boolean isOk() {
            return failure.isEmpty();
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Cloud cloud;
    private final BotLedger ledger;
    private final Consumer<BotCall> execute;

    Postman(Cloud cloud, BotLedger ledger, Consumer<BotCall> execute) {
        this.cloud = cloud;
        this.ledger = ledger;
        this.execute = execute;
    }

    Receipt post(Webhook.Target to, Update update) throws InterruptedException {
        return post(to.url(), to.secret(), update);
    }

    Receipt post(URI to, String secret, Update update) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(update.json())));
        if (!secret.isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            int status = answer.statusCode();
            boolean ok = status >= 200 && status < 300;
            BotCall call = ok ? inAnswer(answer) : BotCall.of("", Map.of());
            note(update, status, call.method());
            if (!call.method().isEmpty()) {
                execute.accept(call);
            }
            return new Receipt(status, ok ? "" : "Wrong response from the webhook: " + status);
        } catch (IOException e) {
            note(update, 0, "");
            return new Receipt(0, failure(e));
        }
    }

    private static String failure(IOException e) {
        if (e instanceof HttpTimeoutException) {
            return "Read timeout expired";
        }
        return e instanceof ConnectException ? "Connection refused" : "Webhook connection closed";
    }

    /** The call in the answer's body; methods that ask for something, or change the webhook, are passed over. */
    private static BotCall inAnswer(HttpResponse<String> answer) {
        try {
            Map<String, Object> body = Json.read(answer.body());
            String method = String.valueOf(body.getOrDefault("method", "")).toLowerCase(Locale.ROOT);
            boolean passedOver =
                    method.startsWith("get") || method.equals("setwebhook") || method.equals("deletewebhook");
            return BotCall.of(passedOver ? "" : method, body);
        } catch (IllegalArgumentException e) {
            return BotCall.of("", Map.of());
        }
    }

    private void note(Update update, int status, String method) {
        ledger.delivered(new BotLedger.Delivered(cloud.now(), update.id(), BotLedger.Way.WEBHOOK, status, method));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
