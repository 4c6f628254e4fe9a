package dev.patchbay.adapter.web.export;

import dev.patchbay.domain.activity.Noted;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.usecase.account.ExportAccount.Kept;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;

/**
 * An export as JSON, {@code {"data":{…,"activity":[…]}}}: the trail is read part by part as it is sent, so that a long one needs no more memory than a
 * short one. When the store goes away half-way the answer breaks off, and is no JSON.
 */
final class ExportStream extends InputStream {
    private final JsonMapper mapper;
    private final LongFunction<List<Noted>> trail;
    private byte[] part;
    private int at;
    private long lastRow;
    private boolean first = true;
    private boolean ended;

    /** @param trail the next part after a row; empty at the end */
    ExportStream(JsonMapper mapper, Kept kept, LongFunction<List<Noted>> trail) throws IOException {
        this.mapper = mapper;
        this.trail = trail;
        byte[] whole = mapper.writeValueAsBytes(ExportResponse.of(kept));
        var head = new ByteArrayOutputStream();
        head.writeBytes(bytes("{\"data\":"));
        // Without its last brace, which comes after the trail.
        head.write(whole, 0, whole.length - 1);
        head.writeBytes(bytes(",\"activity\":["));
        this.part = head.toByteArray();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        while (at == part.length) {
            if (ended) {
                return -1;
            }
            part = next();
            at = 0;
        }
        int taken = Math.min(length, part.length - at);
        System.arraycopy(part, at, into, offset, taken);
        at += taken;
        return taken;
    }

    private byte[] next() throws IOException {
        List<Noted> noted = after(lastRow);
        if (noted.isEmpty()) {
            ended = true;
            return bytes("]}}");
        }
        lastRow = noted.getLast().row();
        var events = new ByteArrayOutputStream();
        for (Noted one : noted) {
            events.writeBytes(bytes(first ? "" : ","));
            events.writeBytes(mapper.writeValueAsBytes(ExportedEvent.of(one.event())));
            first = false;
        }
        return events.toByteArray();
    }

    private List<Noted> after(long row) throws IOException {
        try {
            return trail.apply(row);
        } catch (StoreUnavailable away) {
            throw new IOException("the store went away", away);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
