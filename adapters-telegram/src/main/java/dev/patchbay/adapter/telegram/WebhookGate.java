package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.vault.Secret;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
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
        Optional<Secret> shown = Optional.ofNullable(request.getHeaders().get(HEADER))
                .filter(text -> !text.isEmpty())
                .map(Secret::of);
        // Secrets compare in constant time.
        boolean good = shown.isPresent()
                && bot.posted()
                        .filter(parts -> parts.webhookSecret().get().equals(shown.get()))
                        .isPresent();
        return good ? null : HttpResponse.notFound();
    }
}
