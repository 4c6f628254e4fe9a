package dev.patchbay.domain.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads addresses and writes each in one way (RFC 5952), without asking anybody for a name. */
final class IpText {
    private static final Pattern V4_PART = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern V6_PART = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int V6_PARTS = 8;

    private IpText() {}

    /** Empty when it is no address. Zones and embedded IPv4 are none that a certificate has. */
    static Optional<String> canonical(String text) {
        return text.indexOf(':') < 0 ? v4(text) : v6(text);
    }

    private static Optional<String> v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        for (String part : parts) {
            if (!V4_PART.matcher(part).matches() || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }

    private static Optional<String> v6(String text) {
        int gap = text.indexOf("::");
        List<Integer> head = parts(gap < 0 ? text : text.substring(0, gap));
        List<Integer> tail = parts(gap < 0 ? "" : text.substring(gap + 2));
        if (head == null || tail == null) {
            return Optional.empty();
        }
        int missing = V6_PARTS - head.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(head);
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(tail);
        return Optional.of(written(all));
    }

    /** Nothing when one of them is no number of 16 bits. */
    private static @Nullable List<Integer> parts(String text) {
        List<Integer> parts = new ArrayList<>();
        if (text.isEmpty()) {
            return parts;
        }
        for (String part : text.split(":", -1)) {
            if (!V6_PART.matcher(part).matches()) {
                return null;
            }
            parts.add(Integer.parseInt(part, 16));
        }
        return parts;
    }

    /** The longest run of at least two zeros is left out, the first of equal ones. */
    private static String written(List<Integer> parts) {
        int from = -1;
        int length = 1;
        for (int start = 0; start < V6_PARTS; start++) {
            int end = start;
            while (end < V6_PARTS && parts.get(end) == 0) {
                end++;
            }
            if (end - start > length) {
                from = start;
                length = end - start;
            }
        }
        if (from < 0) {
            return hex(parts);
        }
        return hex(parts.subList(0, from)) + "::" + hex(parts.subList(from + length, V6_PARTS));
    }

    private static String hex(List<Integer> parts) {
        return String.join(":", parts.stream().map(Integer::toHexString).toList());
    }
}
