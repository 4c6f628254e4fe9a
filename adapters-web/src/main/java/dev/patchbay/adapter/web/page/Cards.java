package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.connection.Connection;
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

/** Gathers what there is to say of each platform: what is connected first, what cannot be connected last. Safe for many threads. */
@Singleton
final class Cards {
    private final ListProviders listProviders;
    private final Providers providers;
    private final ConnectionHealth health;
    private final ReplaceAccount replaceAccount;
    private final ShowSeats seats;
    private final ShowApp apps;

    Cards(
            ListProviders listProviders,
            Providers providers,
            ConnectionHealth health,
            ReplaceAccount replaceAccount,
            ShowSeats seats,
            ShowApp apps) {
        this.listProviders = listProviders;
        this.providers = providers;
        this.health = health;
        this.replaceAccount = replaceAccount;
        this.seats = seats;
        this.apps = apps;
    }

    /** @param checked a platform that is asked itself, now, instead of taking what is stored */
    List<Card> of(SignedIn who, SessionClaim claim, Optional<ProviderId> checked) {
        Map<ProviderId, Report> reports =
                health.all(who).stream().collect(Collectors.toMap(Report::platform, Function.identity()));
        checked.filter(reports::containsKey)
                .flatMap(platform -> health.probe(who, claim, platform))
                .ifPresent(fresh -> reports.put(fresh.platform(), fresh));
        List<Offer> offers = listProviders.platforms();
        Stream<Card> here =
                offers.stream().map(offer -> card(who, offer, Optional.ofNullable(reports.get(idOf(offer)))));
        Stream<Card> gone = reports.values().stream()
                .filter(report -> offers.stream().noneMatch(offer -> idOf(offer).equals(report.platform())))
                .map(Cards::leftOver);
        return Stream.concat(here, gone)
                .sorted(Comparator.comparing(Cards::rank).thenComparing(Card::name))
                .toList();
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

    private static int rank(Card card) {
        return card.connection().isPresent() ? 0 : card.canConnect() ? 1 : 2;
    }

    private static ProviderId idOf(Offer offer) {
        return offer.descriptor().id();
    }
}
