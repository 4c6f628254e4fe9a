package dev.patchbay.adapter.web.wire;

import dev.patchbay.adapter.web.message.SecurityHeaders;
import dev.patchbay.adapter.web.settings.WebDefaults;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;

/** Puts the limits of connections into the server. */
@Singleton
final class WireCustomizer implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final WireSettings settings;
    private final Connections connections;
    private final SecurityHeaders securityHeaders;

    WireCustomizer(WireSettings settings, Connections connections, SecurityHeaders securityHeaders) {
        this.settings = settings;
        this.connections = connections;
        this.securityHeaders = securityHeaders;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new NettyServerCustomizer() {
            @Override
            public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                return role == ChannelRole.CONNECTION ? new OfConnection(channel) : this;
            }
        });
        return event.getBean();
    }

    private final class OfConnection implements NettyServerCustomizer {
        private final Channel channel;

        OfConnection(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void onInitialPipelineBuilt() {
            if (!(channel.remoteAddress() instanceof InetSocketAddress from) || from.getAddress() == null) {
                return;
            }
            if (connections.open(from.getAddress())) {
                channel.closeFuture().addListener(_ -> connections.close(from.getAddress()));
            } else {
                channel.close();
            }
        }

        /** After TLS, where there is any. */
        @Override
        public void onStreamPipelineBuilt() {
            ChannelPipeline pipeline = channel.pipeline();
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            if (pipeline.get(codec) != null) {
                var patience = new Patience(settings.head(), settings.body(), settings.idle(), WebDefaults.MOST_BYTES);
                pipeline.addBefore(codec, "patchbay-ear", patience.ear());
                pipeline.addAfter(codec, "patchbay-patience", patience);
                pipeline.addAfter(codec, "patchbay-bare-answers", new BareAnswers(securityHeaders));
            }
        }
    }
}
