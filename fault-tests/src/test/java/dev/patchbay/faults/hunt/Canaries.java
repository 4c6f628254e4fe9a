package dev.patchbay.faults.hunt;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.URLEncoder;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Secrets that are looked for all at once: plain, in UTF-16, hex, base64 at any offset, and as in a URL. Add all, then look. What is
 * told is their names, never they.
 */
public final class Canaries {
    /** Of the end of each form, which is as random as anything in it; a look at every position is one look at a table then. */
    private static final int KEY = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Two pieces of a file share this much, so that nothing is cut in two. */
    private static final int LONGEST = 16_384;

    private static final int PIECE = 1 << 24;

    private record Form(String name, byte[] bytes) {}

    private final Map<Long, List<Form>> byEnd = new HashMap<>();
    /** One bit for each key's hash: nearly every position is done with after a look at it. */
    private final long[] seen = new long[1 << 16];

    private int count;

    /** How many there are. */
    public int count() {
        return count;
    }

    /** One more. @param name what is told when it is found */
    public Canaries add(String name, String secret) {
        count++;
        byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
        if (plain.length < 2 * KEY || plain.length > LONGEST / 8) {
            throw new IllegalArgumentException(name + " is too short to be told from chance, or too long");
        }
        add(new Form(name, plain));
        add(new Form(name + " in UTF-16", secret.getBytes(StandardCharsets.UTF_16LE)));
        add(new Form(name + " in UTF-16, big endian", secret.getBytes(StandardCharsets.UTF_16BE)));
        add(new Form(name + " in hex", ascii(HexFormat.of().formatHex(plain))));
        add(new Form(name + " in HEX", ascii(HexFormat.of().withUpperCase().formatHex(plain))));
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        if (!url.equals(secret)) {
            add(new Form(name + " in a URL", ascii(url)));
        }
        for (int offset = 0; offset < 3; offset++) {
            String base64 = base64(plain, offset);
            add(new Form(name + " in base64", ascii(base64)));
            String inUrl = base64.replace('+', '-').replace('/', '_');
            if (!inUrl.equals(base64)) {
                add(new Form(name + " in base64url", ascii(inUrl)));
            }
        }
        return this;
    }

    /** What does not depend on the bytes before and after it. */
    private static String base64(byte[] plain, int offset) {
        byte[] shifted = new byte[offset + plain.length];
        System.arraycopy(plain, 0, shifted, offset, plain.length);
        String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int whole = shifted.length / 3 * 4;
        return all.substring(offset == 0 ? 0 : offset + 1, whole);
    }

    private void add(Form form) {
        long end = (long) LONGS.get(form.bytes(), form.bytes().length - KEY);
        byEnd.computeIfAbsent(end, key -> new ArrayList<>()).add(form);
        int bit = bit(end);
        seen[bit >>> 6] |= 1L << bit;
    }

    private int bit(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> (64 - 22));
    }

    /** Which of them are in a text, and how often. */
    public Map<String, Integer> in(String text) {
        Map<String, Integer> found = new TreeMap<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        look(bytes, bytes.length, 0, found);
        return found;
    }

    /** Which of them are in a file of any size. */
    public Map<String, Integer> in(Path file) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        byte[] piece = new byte[LONGEST + PIECE];
        try (var in = Files.newInputStream(file)) {
            int kept = 0;
            for (int read = in.readNBytes(piece, 0, PIECE); read > 0; read = in.readNBytes(piece, kept, PIECE)) {
                int length = kept + read;
                look(piece, length, kept, found);
                kept = Math.min(LONGEST, length);
                System.arraycopy(piece, length - kept, piece, 0, kept);
            }
        }
        return found;
    }

    /** Which of them are in the files of a folder, the deeper ones too. */
    public Map<String, Integer> inFolder(Path folder) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                in(file).forEach((name, times) -> found.merge(name + " in " + file.getFileName(), times, Integer::sum));
            }
        }
        return found;
    }

    /** @param from ends before that were found already */
    private void look(byte[] bytes, int length, int from, Map<String, Integer> found) {
        for (int end = Math.max(KEY, from + 1); end <= length; end++) {
            long key = (long) LONGS.get(bytes, end - KEY);
            int bit = bit(key);
            if ((seen[bit >>> 6] & 1L << bit) != 0) {
                for (Form form : byEnd.getOrDefault(key, List.of())) {
                    int begin = end - form.bytes().length;
                    if (begin >= 0 && Arrays.equals(form.bytes(), 0, form.bytes().length, bytes, begin, end)) {
                        found.merge(form.name(), 1, Integer::sum);
                    }
                }
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
