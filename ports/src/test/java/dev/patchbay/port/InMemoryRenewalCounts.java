package dev.patchbay.port;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.RenewalCounts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

final class InMemoryRenewalCounts implements RenewalCounts {

    private static final int BATCH = 1000;

    /** What is counted apart. */
    record Key(Instant hour, ProviderId platform, RenewalOutcome outcome) {}

    private record HourKey(Instant hour, RenewalOutcome outcome) {}

    private record PlatformKey(ProviderId platform, RenewalOutcome outcome) {}

    private final InMemoryState state;

    InMemoryRenewalCounts(InMemoryState state) {
        this.state = state;
    }

    @Override
    public void add(Count count) {
        state.run(() -> state.renewals.merge(
                new Key(count.hour(), count.platform(), count.outcome()), count.renewals(), Long::sum));
    }

    @Override
    public List<Hour> since(Instant hour) {
        return sums(
                        hour,
                        key -> new HourKey(key.hour(), key.outcome()),
                        (key, sum) -> new Hour(key.hour(), key.outcome(), sum))
                .stream()
                .sorted(Comparator.comparing(Hour::hour).thenComparing(Hour::outcome))
                .toList();
    }

    @Override
    public List<OfPlatform> byPlatformSince(Instant hour) {
        return sums(
                        hour,
                        key -> new PlatformKey(key.platform(), key.outcome()),
                        (key, sum) -> new OfPlatform(key.platform(), key.outcome(), sum))
                .stream()
                .sorted(Comparator.comparing(OfPlatform::platform).thenComparing(OfPlatform::outcome))
                .toList();
    }

    private <K, S> List<S> sums(Instant from, Function<Key, K> by, BiFunction<K, Long, S> shown) {
        return state.act(() -> state.renewals.entrySet().stream()
                .filter(entry -> !entry.getKey().hour().isBefore(from))
                .collect(groupingBy(entry -> by.apply(entry.getKey()), summingLong(Map.Entry::getValue)))
                .entrySet()
                .stream()
                .map(entry -> shown.apply(entry.getKey(), entry.getValue()))
                .toList());
    }

    @Override
    public int purge(Instant before) {
        return state.act(() -> {
            List<Key> over = state.renewals.keySet().stream()
                    .filter(key -> key.hour().isBefore(before))
                    .limit(BATCH)
                    .toList();
            over.forEach(state.renewals::remove);
            return over.size();
        });
    }
}
