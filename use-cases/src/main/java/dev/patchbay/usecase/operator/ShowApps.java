package dev.patchbay.usecase.operator;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.AppTerms;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.clientapp.Paces;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.connection.Upkeep.Summary;
import dev.patchbay.port.operator.Figures;
import dev.patchbay.port.operator.Figures.Troubled;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.usecase.operator.Overview.App;
import dev.patchbay.usecase.operator.Overview.Counts;
import dev.patchbay.usecase.provider.Providers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows how apps fare: all of the operator's, and of people's own those that somebody may have to look at. */
public final class ShowApps {
    private static final int MOST = 50;
    private static final int MOST_TROUBLED = 500;

    private final Providers providers;
    private final SharedApps sharedApps;
    private final AppLists appLists;
    private final Seats seats;
    private final Paces paces;
    private final Figures figures;

    public ShowApps(
            Providers providers, SharedApps sharedApps, AppLists appLists, Seats seats, Paces paces, Figures figures) {
        this.providers = providers;
        this.sharedApps = sharedApps;
        this.appLists = appLists;
        this.seats = seats;
        this.paces = paces;
        this.figures = figures;
    }

    /** An app, before it is looked at closely. */
    private record Known(ClientAppId id, Counts counts, AppCondition condition, boolean configured) {
        boolean isTroubled() {
            return !configured || !(condition instanceof AppCondition.Fine);
        }

        boolean isShared() {
            return id.owner().isEmpty();
        }
    }

    Overview.Apps apps(List<Summary> summaries, Instant now) {
        List<Known> all = known(summaries, now);
        return new Overview.Apps(
                all.stream().limit(MOST).map(one -> app(one, now)).toList(), Math.max(0, all.size() - MOST));
    }

    private List<Known> known(List<Summary> summaries, Instant now) {
        Map<ClientAppId, Counts> counts = summaries.stream().collect(Collectors.toMap(Summary::app, Counts::of));
        Map<ClientAppId, AppCondition> conditions = figures.troubledApps(MOST_TROUBLED).stream()
                .collect(Collectors.toMap(Troubled::app, one -> one.condition().at(now)));
        Set<ClientAppId> configured = providers.platforms().stream()
                .map(MusicPlatform::id)
                .flatMap(platform -> sharedApps.of(platform).stream())
                .map(ClientApp::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<ClientAppId> ids = new LinkedHashSet<>(configured);
        ids.addAll(counts.keySet());
        List<Known> all = new ArrayList<>();
        for (ClientAppId id : ids) {
            all.add(new Known(
                    id,
                    counts.getOrDefault(id, Counts.NONE),
                    conditions.getOrDefault(id, new AppCondition.Fine()),
                    id.owner().isPresent() || configured.contains(id)));
        }
        all.sort(Comparator.comparing(Known::isTroubled)
                .thenComparing(Known::isShared)
                .thenComparing(one -> one.counts().all())
                .reversed()
                .thenComparing(one -> one.id().toString()));
        return all;
    }

    private App app(Known one, Instant now) {
        ClientAppId id = one.id();
        Optional<ProviderDescriptor> platform =
                providers.platform(id.provider()).map(MusicPlatform::descriptor);
        AppTerms terms = platform.map(ProviderDescriptor::appTerms).orElse(AppTerms.UNKNOWN);
        return new App(
                id.provider(),
                platform.map(ProviderDescriptor::name).orElse(id.provider().value()),
                one.isShared() ? ClientApp.Kind.SHARED : ClientApp.Kind.OWN,
                one.configured(),
                one.condition(),
                one.counts(),
                seatsUsed(one, now),
                one.isShared() ? terms.seats() : OptionalInt.of(terms.seatLimit()),
                appLists.missingFrom(id).size(),
                calls(id, now));
    }

    /** In the operator's app everybody who is connected has one; in somebody's own, its owner and who took one. */
    private long seatsUsed(Known one, Instant now) {
        return one.id()
                .owner()
                .map(owner -> 1
                        + seats.of(owner, one.id().provider(), now).stream()
                                .filter(seat -> seat.holder().isPresent())
                                .count())
                .orElseGet(() -> one.counts().all());
    }

    private Overview.Calls calls(ClientAppId id, Instant now) {
        Pace pace = paces.of(id);
        Optional<Instant> wholeAt = figures.allowanceWholeAt(id).filter(now::isBefore);
        return new Overview.Calls(
                wholeAt.map(at -> pace.left(at, now)).orElse(pace.burst()), pace.burst(), pace.perSecond(), wholeAt);
    }
}
