package dev.patchbay.port;

import dev.patchbay.domain.activity.AuditLink;
import dev.patchbay.domain.activity.Linked;
import dev.patchbay.domain.activity.Noted;
import dev.patchbay.port.activity.AuditLog;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class InMemoryAuditLog implements AuditLog {

    private final InMemoryState state;

    InMemoryAuditLog(InMemoryState state) {
        this.state = state;
    }

    @Override
    public Optional<AuditLink> last() {
        return state.act(() -> state.links.isEmpty() ? Optional.empty() : Optional.of(state.links.getLast()));
    }

    @Override
    public List<Noted> waiting(int limit) {
        requireLimit(limit);
        return state.act(() -> unchained().limit(limit).toList());
    }

    @Override
    public long countWaiting() {
        return state.act(() -> unchained().count());
    }

    private Stream<Noted> unchained() {
        return state.events.stream().filter(noted -> !state.chained.contains(noted.row()));
    }

    @Override
    public boolean append(List<AuditLink> links, List<Noted> adopted) {
        requireLimit(links.size());
        return state.act(() -> {
            if (links.getFirst().number() != state.links.size() + 1) {
                return false;
            }
            state.links.addAll(links);
            links.forEach(link -> state.chained.add(link.row()));
            for (Noted noted : adopted) {
                state.events.replaceAll(
                        kept -> kept.row() == noted.row() && kept.mark().isEmpty() ? noted : kept);
            }
            return true;
        });
    }

    @Override
    public List<Linked> links(long from, int limit) {
        requireLimit(limit);
        return state.act(() -> state.links.stream()
                .filter(link -> link.number() >= from)
                .limit(limit)
                .map(link -> new Linked(
                        link,
                        state.events.stream()
                                .filter(noted -> noted.row() == link.row())
                                .findFirst(),
                        Optional.ofNullable(state.erasures.get(link.owner()))))
                .toList());
    }

    @Override
    public List<Long> strays() {
        return state.act(() -> {
            Set<Long> linked = new HashSet<>();
            state.links.forEach(link -> linked.add(link.row()));
            return state.events.stream()
                    .map(Noted::row)
                    .filter(row -> state.chained.contains(row) && !linked.contains(row))
                    .limit(100)
                    .toList();
        });
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit is 1 to " + MOST);
        }
    }
}
