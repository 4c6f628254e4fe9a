package dev.patchbay.adapter.telegram;

import dev.patchbay.port.StoreUnavailable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Where Telegram posts updates. It hears 200 only when what follows from one is kept, and posts it again otherwise. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebhookController {
    static final String PATH = "/telegram/webhook";

    private static final Duration SOON = Duration.ofSeconds(2);

    private final TelegramBot bot;

    WebhookController(TelegramBot bot) {
        this.bot = bot;
    }

    @Post(PATH)
    @Consumes(MediaType.ALL)
    HttpResponse<?> take(@Body byte[] body) {
        return bot.posted()
                .<HttpResponse<?>>map(parts -> take(parts.inbox(), body))
                .orElseGet(HttpResponse::notFound);
    }

    private static HttpResponse<?> take(Inbox inbox, byte[] body) {
        try {
            // What is no JSON would be none the next time either.
            return BotJson.parse(new String(body, StandardCharsets.UTF_8))
                    .map(inbox::claim)
                    .<HttpResponse<?>>map(asked -> switch (asked.claimed()) {
                        case MINE -> {
                            asked.ticket().ifPresent(inbox::answer);
                            yield HttpResponse.ok();
                        }
                        case DONE -> HttpResponse.ok();
                        case BUSY -> later();
                    })
                    .orElseGet(HttpResponse::ok);
        } catch (StoreUnavailable outage) {
            return later();
        }
    }

    private static HttpResponse<?> later() {
        return HttpResponse.serverError().status(503).header("Retry-After", String.valueOf(SOON.toSeconds()));
    }
}
