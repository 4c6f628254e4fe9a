package dev.patchbay.adapter.telegram;

import dev.patchbay.port.StoreUnavailable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Where Telegram posts updates. It hears 200 only when what follows from one is kept, and posts it again otherwise. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebhookController {
    static final String PATH = "/telegram/webhook";

    /** Many times what Telegram's own limits let an update grow to. One that is not taken comes again for a day. */
    static final int MOST_BYTES = 1 << 20;

    private static final Duration SOON = Duration.ofSeconds(2);

    private final TelegramBot bot;

    WebhookController(TelegramBot bot) {
        this.bot = bot;
    }

    /** Looks at the secret once more, so that no way around the gate leads in; and reads the body as it comes in, after that. */
    @Post(PATH)
    @Consumes(MediaType.ALL)
    HttpResponse<?> take(HttpRequest<?> request, @Body InputStream body) {
        // Closed, what was not read is thrown away; left open, it would keep the sender from hearing the answer.
        try (body) {
            Optional<TelegramBot.Parts> parts = WebhookGate.opened(request, bot);
            if (parts.isEmpty()) {
                return HttpResponse.notFound();
            }
            byte[] whole = body.readNBytes(MOST_BYTES + 1);
            return whole.length > MOST_BYTES ? tooLarge() : take(parts.get().inbox(), whole);
        } catch (IOException unread) {
            // They hung up, or went on without end.
            return HttpResponse.badRequest();
        }
    }

    static HttpResponse<?> tooLarge() {
        return HttpResponse.status(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
    }

    private static HttpResponse<?> take(Inbox inbox, byte[] body) {
        try {
            // What is no JSON would be none the next time either.
            return BotJson.parse(new String(body, StandardCharsets.UTF_8))
                    .map(inbox::claim)
                    .<HttpResponse<?>>map(asked -> switch (asked.claimed()) {
                        case MINE, MINE_AGAIN -> {
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
