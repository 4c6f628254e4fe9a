package dev.patchbay.oauth;

import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.HttpAnswer.NoAnswer;
import dev.patchbay.oauth.HttpAnswer.Why;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Calls outside parties and believes nothing. Each call has one deadline over connecting, headers and body, and a body
 * of 64 KiB at most unless it says otherwise; goes to https or to a loopback address only; follows no redirect, uses no proxy, keeps no cookies.
 * A POST is sent once. A GET may be sent a second time, by the JDK's client, when a kept connection turns out to be
 * closed. A call outlives the interruption of its caller, because its answer may be the only copy of a new token; the
 * interrupt is seen afterwards. Failures are answers, never exceptions. Safe for many threads.
 */
public final class GuardedHttp implements AutoCloseable {
    static final int BODY_CAP = 64 * 1024;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final String USER_AGENT = "Patchbay";

    private final HttpClient client;
    private final Clock clock;
    private final Duration longest;
    private final Predicate<String> mayReach;

    /** @param clock for {@code Retry-After} dates only */
    public GuardedHttp(Clock clock) {
        this(clock, Duration.ofDays(1));
    }

    /** Shortens every deadline to {@code longest}, so that tests of silence are quick. */
    GuardedHttp(Clock clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
        this.mayReach = host -> true;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .proxy(HttpClient.Builder.NO_PROXY)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    private GuardedHttp(GuardedHttp other, Predicate<String> mayReach) {
        this.clock = other.clock;
        this.longest = other.longest;
        this.client = other.client;
        this.mayReach = other.mayReach.and(mayReach);
    }

    /**
     * The same client, which reaches only hosts that the predicate lets; asked with each call, in lower case, without port. Closing
     * either closes both.
     */
    public GuardedHttp heldTo(Predicate<String> hosts) {
        return new GuardedHttp(this, hosts);
    }

    /** Makes the call and waits for its end, which is at the call's deadline at the latest. */
    public HttpAnswer send(HttpCall call) {
        if (!OutsideUrl.isCallable(call.address())) {
            return new NoAnswer(Why.ADDRESS_NOT_ALLOWED);
        }
        if (!mayReach.test(call.address().getHost().toLowerCase(Locale.ROOT))) {
            return new NoAnswer(Why.HOST_NOT_DECLARED);
        }
        long end = System.nanoTime() + shorter(call.deadline(), longest).toNanos();
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(call.request(USER_AGENT), info -> new CappedBody(call.cap()));
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answered(pending.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    pending.cancel(true);
                    return new NoAnswer(Why.TIMED_OUT);
                } catch (ExecutionException e) {
                    return new NoAnswer(why(e.getCause()));
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Answered answered(HttpResponse<byte[]> response) {
        AnswerHeaders headers = new AnswerHeaders(response.headers());
        return new Answered(
                response.statusCode(),
                headers,
                headers.first("Retry-After").flatMap(header -> RetryAfter.parse(header, clock.instant())),
                new AnswerBody(response.body()));
    }

    private static Why why(@Nullable Throwable failure) {
        return switch (failure) {
            case CappedBody.TooLarge tooLarge -> Why.TOO_LARGE;
            case HttpConnectTimeoutException timeout -> Why.NOT_CONNECTED;
            case ConnectException refused -> Why.NOT_CONNECTED;
            case SSLException insecure -> Why.NOT_CONNECTED;
            case null, default -> Why.BROKEN_OFF;
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Drops what is under way. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
