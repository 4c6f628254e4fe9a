package dev.patchbay.port.certificate;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Just enough of the distinguished encoding rules to write certificates for tests. */
final class Der {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] of(int tag, byte[]... parts) {
        byte[] body = joined(parts);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        if (body.length < 0x80) {
            all.write(body.length);
        } else {
            byte[] length = BigInteger.valueOf(body.length).toByteArray();
            int from = length[0] == 0 ? 1 : 0;
            all.write(0x80 | (length.length - from));
            all.write(length, from, length.length - from);
        }
        all.writeBytes(body);
        return all.toByteArray();
    }

    static byte[] sequence(byte[]... parts) {
        return of(0x30, parts);
    }

    static byte[] integer(BigInteger value) {
        return of(0x02, value.toByteArray());
    }

    static byte[] bits(byte[] value) {
        return of(0x03, new byte[] {0}, value);
    }

    static byte[] octets(byte[]... value) {
        return of(0x04, value);
    }

    static byte[] time(Instant at) {
        return of(0x18, TIME.format(at).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] text(String value) {
        return of(0x0C, value.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] oid(String dotted) {
        String[] arcs = dotted.split("\\.");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(40 * Integer.parseInt(arcs[0]) + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            long arc = Long.parseLong(arcs[i]);
            for (int shift = 28; shift > 0; shift -= 7) {
                if (arc >> shift != 0) {
                    body.write((int) (arc >> shift & 0x7F | 0x80));
                }
            }
            body.write((int) (arc & 0x7F));
        }
        return of(0x06, body.toByteArray());
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
