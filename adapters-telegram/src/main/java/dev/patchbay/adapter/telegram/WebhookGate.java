package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.vault.Secret;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody but Telegram in, before anything of the body is read: for anybody else, and when there is no webhook, this path is not there.
 *
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">secret_token</a>
 */
@ServerFilter(WebhookController.PATH)
final class WebhookGate implements Ordered {
    static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private final TelegramBot bot;

    WebhookGate(TelegramBot bot) {
        this.bot = bot;
    }

    /** Before the filters that look at sessions and origins, after the one that writes headers. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1500;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> before(HttpRequest<?> request) {
        if (opened(request, bot).isEmpty()) {
            return HttpResponse.notFound();
        }
        // Here, because the server throws away a body that nobody has begun to read, and may wait for ever with one
        // that was begun.
        return request.getContentLength() > WebhookController.MOST_BYTES ? WebhookController.tooLarge() : null;
    }

    /** The bot whose secret the request shows, if updates are posted to it. */
    static Optional<TelegramBot.Parts> opened(HttpRequest<?> request, TelegramBot bot) {
        List<String> shown = request.getHeaders().getAll(HEADER);
        // Of two, whoever sits in between might look at the other one.
        if (shown.size() != 1 || shown.getFirst().isEmpty()) {
            return Optional.empty();
        }
        // Secrets compare in constant time.
        Secret secret = Secret.of(shown.getFirst());
        return bot.posted().filter(parts -> parts.webhookSecret().get().equals(secret));
    }
}
