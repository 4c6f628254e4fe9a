package dev.patchbay.oauth;

import dev.patchbay.port.picture.Picture;
import dev.patchbay.port.picture.Pictures;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Fetches pictures with the guarded client. The address came from outside, so it must not lead into our own network: only https to public
 * machines is called, whose certificate the client checks; plain http on loopback only for a service that is on loopback itself.
 */
public final class GuardedPictures implements Pictures {
    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final GuardedHttp http;
    private final URI ourselves;

    /** @param ourselves our own public address */
    public GuardedPictures(GuardedHttp http, URI ourselves) {
        this.http = http;
        this.ourselves = ourselves;
    }

    @Override
    public Optional<Picture> at(String address) {
        return OutsideUrl.named(address, ourselves)
                .filter(url -> OutsideUrl.isLoopback(url) || isPublic(url.getHost()))
                .flatMap(this::fetch);
    }

    private Optional<Picture> fetch(URI url) {
        HttpCall call = HttpCall.get(url)
                .with("Accept", "image/webp,image/png,image/jpeg,image/gif")
                .answeredWith(MOST_BYTES)
                .within(PATIENCE);
        return http.send(call) instanceof HttpAnswer.Answered answered && answered.status() == 200
                ? picture(answered.body().bytes())
                : Optional.empty();
    }

    private static boolean isPublic(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).noneMatch(GuardedPictures::isInner);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isInner(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        boolean shared = bytes.length == 4 && (bytes[0] & 0xFF) == 100 && (bytes[1] & 0xC0) == 64;
        return uniqueLocal
                || shared
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    /** By what the bytes begin with: what a server says of them may be anything. */
    static Optional<Picture> picture(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
        Optional<String> type = Optional.empty();
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            type = Optional.of("image/png");
        } else if (head.startsWith("\u00ff\u00d8\u00ff")) {
            type = Optional.of("image/jpeg");
        } else if (head.startsWith("GIF8")) {
            type = Optional.of("image/gif");
        } else if (head.startsWith("RIFF") && head.endsWith("WEBP")) {
            type = Optional.of("image/webp");
        }
        return type.map(known -> new Picture(bytes, known));
    }
}
