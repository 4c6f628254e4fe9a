package dev.patchbay.adapter.web.wire;

import dev.patchbay.adapter.web.message.SecurityHeaders;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;

/**
 * Gives the security headers to answers that no filter has seen: to a HEAD that could not be read, the server answers without asking
 * anybody.
 */
final class BareAnswers extends ChannelOutboundHandlerAdapter {
    private final SecurityHeaders securityHeaders;

    BareAnswers(SecurityHeaders securityHeaders) {
        this.securityHeaders = securityHeaders;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse answer
                && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL
                && !answer.headers().contains("X-Content-Type-Options")) {
            securityHeaders.writeBare(answer.headers()::set);
        }
        context.write(message, promise);
    }
}
