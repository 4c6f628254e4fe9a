package dev.patchbay.adapter.web.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Hangs up on whoever takes too long to say what they want, sends far more than anybody may, or says nothing at all. How long an answer takes is
 * no business of theirs, and is not counted. Sits behind the codec of HTTP/1.1, one for each connection, and looks at its watch a few times
 * in the shortest of its times.
 */
final class Patience extends ChannelDuplexHandler {
    /** A browser sends about twenty. */
    static final int MOST_HEADERS = 100;

    /** So many times as much as anybody may send is not even let go. */
    /** Ranges of languages with their weights (RFC 9110 §12.5.4), as browsers write them. */
    private static final Pattern LANGUAGES = Pattern.compile(
            "[A-Za-z*][A-Za-z0-9-]{0,34}(;q=[0-9.]{1,5})?(, ?[A-Za-z*][A-Za-z0-9-]{0,34}(;q=[0-9.]{1,5})?){0,31}");

    private static final int FAR_TOO_MUCH = 8;

    private enum Phase {
        WAITING,
        HEAD,
        BODY
    }

    private final long head;
    private final long body;
    private final long idle;
    private final long mostBytes;
    private Phase phase = Phase.WAITING;
    /** When it began, or when the answer before it ended. */
    private long since;
    /** Requests that began and are not answered. */
    private int unanswered;

    private long bytes;
    private boolean announced;

    /** @param mostBytes what no body has */
    Patience(Duration head, Duration body, Duration idle, long mostBytes) {
        this.head = head.toNanos();
        this.body = body.toNanos();
        this.idle = idle.toNanos();
        this.mostBytes = mostBytes;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        since = now(context);
        long step = Math.min(head, Math.min(body, idle)) / 3;
        var watch = context.executor().scheduleAtFixedRate(() -> look(context), step, step, TimeUnit.NANOSECONDS);
        context.channel().closeFuture().addListener(_ -> watch.cancel(false));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            begin(context, request);
        }
        if (message instanceof HttpContent content) {
            bytes += content.content().readableBytes();
            // The server refuses by itself what is announced to be too much, and lets it go while the answer is on its
            // way.
            if (bytes > (announced ? FAR_TOO_MUCH * mostBytes : mostBytes)) {
                ReferenceCountUtil.release(message);
                context.close();
                return;
            }
        }
        if (message instanceof LastHttpContent) {
            enter(context, Phase.WAITING);
        }
        context.fireChannelRead(message);
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        enter(context, Phase.BODY);
        unanswered++;
        bytes = 0;
        announced = HttpUtil.isContentLengthSet(request);
        dropIllFormedLanguages(request.headers());
        if (request.headers().size() > MOST_HEADERS && request.decoderResult().isSuccess()) {
            request.setDecoderResult(DecoderResult.failure(new TooLongHttpHeaderException("too many headers")));
        }
    }

    /** The server trips over some that are none, such as a comma alone. */
    private static void dropIllFormedLanguages(HttpHeaders headers) {
        String wanted = headers.get(HttpHeaderNames.ACCEPT_LANGUAGE);
        if (wanted != null && !areLanguages(wanted)) {
            headers.remove(HttpHeaderNames.ACCEPT_LANGUAGE);
        }
    }

    private static boolean areLanguages(String text) {
        try {
            return LANGUAGES.matcher(text).matches()
                    && !Locale.LanguageRange.parse(text).isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** To be put before the codec: hears the first byte of a request, long before the codec has anything to tell. */
    ChannelInboundHandlerAdapter ear() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (phase == Phase.WAITING && unanswered == 0) {
                    enter(context, Phase.HEAD);
                }
                context.fireChannelRead(message);
            }
        };
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            // Whoever does not take the answer does not ask again either, and is idle.
            unanswered--;
            since = now(context);
        }
        context.write(message, promise);
    }

    /** Such as 100, after which the body comes. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void enter(ChannelHandlerContext context, Phase next) {
        phase = next;
        since = now(context);
    }

    private void look(ChannelHandlerContext context) {
        long patience =
                switch (phase) {
                    case WAITING -> idle;
                    case HEAD -> head;
                    case BODY -> body;
                };
        int underWay = phase == Phase.BODY ? 1 : 0;
        if (unanswered <= underWay && now(context) - since > patience) {
            context.close();
        }
    }

    private static long now(ChannelHandlerContext context) {
        return context.executor().ticker().nanoTime();
    }
}
