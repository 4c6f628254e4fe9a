package dev.patchbay.adapter.persistence;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lists for {@code IN (...)}, in a few sizes, so that there are few different statements for databases to prepare. What is left of a size
 * names the last value again. No list is empty.
 */
final class InList {

    private static final List<Integer> SIZES = List.of(10, 50, 200, 500);

    static final int MOST = 500;

    /** Takes one value more. */
    @FunctionalInterface
    interface Taking<T> {
        Object value(T value) throws SQLException;
    }

    private InList() {}

    static <T> List<List<T>> parts(List<T> values, int most) {
        return IntStream.iterate(0, from -> from < values.size(), from -> from + most)
                .mapToObj(from -> values.subList(from, Math.min(from + most, values.size())))
                .toList();
    }

    static String marks(List<?> values) {
        return IntStream.range(0, size(values)).mapToObj(i -> "?").collect(Collectors.joining(", "));
    }

    static <T> void each(List<T> values, Taking<T> taking) throws SQLException {
        for (int i = 0; i < size(values); i++) {
            taking.value(values.get(Math.min(i, values.size() - 1)));
        }
    }

    private static int size(List<?> values) {
        return SIZES.stream().filter(size -> size >= values.size()).findFirst().orElse(MOST);
    }
}
