package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.user.ConnectionList;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.NextAction;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.app.ShowApp;
import dev.patchbay.usecase.connection.ConnectionHealth;
import dev.patchbay.usecase.connection.ConnectionHealth.Report;
import dev.patchbay.usecase.connection.ReplaceAccount;
import dev.patchbay.usecase.provider.ListProviders;
import dev.patchbay.usecase.provider.ListProviders.Offer;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.seat.ShowSeats;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what there is to say of each platform. Safe for many threads. */
@Singleton
final class Cards {
    private final ListProviders listProviders;
    private final Providers providers;
    private final ConnectionHealth health;
    private final ReplaceAccount replaceAccount;
    private final ShowSeats seats;
    private final ShowApp apps;
    private final ConnectionList list;

    Cards(
            ListProviders listProviders,
            Providers providers,
            ConnectionHealth health,
            ReplaceAccount replaceAccount,
            ShowSeats seats,
            ShowApp apps,
            ConnectionList list) {
        this.listProviders = listProviders;
        this.providers = providers;
        this.health = health;
        this.replaceAccount = replaceAccount;
        this.seats = seats;
        this.apps = apps;
        this.list = list;
    }

    /**
     * All of a person's.
     *
     * @param seen the name of the list that they were made from, as live events carry it
     */
    record Hand(List<Card> cards, String seen) {}

    /** @param checked a platform that is asked itself, now, instead of taking what is stored */
    Hand of(SignedIn who, SessionClaim claim, Optional<ProviderId> checked) {
        List<Report> stored = health.all(who);
        Map<ProviderId, Report> reports =
                stored.stream().collect(Collectors.toMap(Report::platform, Function.identity()));
        checked.filter(reports::containsKey)
                .flatMap(platform -> health.probe(who, claim, platform))
                .ifPresent(fresh -> reports.put(fresh.platform(), fresh));
        List<Offer> offers = listProviders.platforms();
        Stream<Card> here =
                offers.stream().map(offer -> card(who, offer, Optional.ofNullable(reports.get(idOf(offer)))));
        Stream<Card> gone = reports.values().stream()
                .filter(report -> offers.stream().noneMatch(offer -> idOf(offer).equals(report.platform())))
                .map(Cards::leftOver);
        List<Card> cards = Stream.concat(here, gone)
                .sorted(Comparator.comparing(Cards::rank).thenComparing(Card::name))
                .toList();
        return new Hand(cards, list.of(stored).fingerprint());
    }

    private Card card(SignedIn who, Offer offer, Optional<Report> report) {
        ProviderId platform = idOf(offer);
        Optional<Connection> connection = report.flatMap(Report::connection);
        return new Card(
                platform,
                offer.descriptor().name(),
                Optional.of(offer.descriptor()),
                report,
                offer.sharedApp(),
                apps.show(who, platform).flatMap(ShowApp.View::app).isPresent(),
                seats.place(who, platform),
                connection.flatMap(connected -> replaceAccount
                        .waiting(who, platform)
                        .map(waiting -> new Choice(platform, connected.who(), waiting.who(), waiting.expiresAt()))),
                connection.flatMap(
                        connected -> providers.platform(platform).flatMap(party -> party.advice(connected.clocks()))));
    }

    /** Of a platform that this service does not speak to any more: what is left of it can still be given up. */
    private static Card leftOver(Report report) {
        return new Card(
                report.platform(),
                report.platform().value(),
                Optional.empty(),
                Optional.of(report),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What waits for the person first, what cannot be connected last. */
    private static int rank(Card card) {
        if (card.connection().isEmpty()) {
            return card.canConnect() ? 2 : 3;
        }
        boolean needsThem = card.choice().isPresent()
                || card.verdict()
                        .nextAction()
                        .filter(step -> step != NextAction.WAIT)
                        .isPresent();
        return needsThem ? 0 : 1;
    }

    private static ProviderId idOf(Offer offer) {
        return offer.descriptor().id();
    }
}
