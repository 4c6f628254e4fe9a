package dev.patchbay.usecase.sim;

import static dev.patchbay.usecase.sim.Kernel.MILLI;
import static dev.patchbay.usecase.sim.Kernel.SECOND;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.TokensInHand;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The provider as a process sees it: over a network, with the ledger at the other end. */
final class SimPlatform implements MusicPlatform {
    /** A provider takes up a request within this time of its sending, or never. */
    private static final long SLOWEST = 45 * SECOND;

    private static final long LATEST = 90 * SECOND;

    private final ProviderDescriptor descriptor;
    private final long callTimeout;
    private final Outside outside;
    private final Perils perils;

    /** @param callTimeout how long a renewal is waited for */
    SimPlatform(ProviderDescriptor descriptor, Duration callTimeout, Outside outside, Perils perils) {
        this.descriptor = descriptor;
        this.callTimeout = callTimeout.toMillis() * MILLI;
        this.outside = outside;
        this.perils = perils;
    }

    /** The same, waited for no longer than that. */
    SimPlatform waitingFor(Duration callTimeout) {
        return new SimPlatform(descriptor, callTimeout, outside, perils);
    }

    @Override
    public ProviderDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public TokenAnswer refresh(ClientApp app, Secret refreshToken) {
        Kernel kernel = outside.kernel();
        long ready = kernel.now();
        perils.passOnTheWayOut();
        String shown = refreshToken.reveal();
        outside.trace().note("shows " + shown);
        var call = new Call<TokenAnswer>(kernel, shown, kernel.now() - ready > SECOND, callTimeout);
        outside.refresh(shown, app.id(), call, requestTravel(), answerTravel());
        perils.passWhileWaiting(callTimeout);
        TokenAnswer answer = call.await(outside.dice());
        outside.heard(answer);
        perils.pass();
        if (outside.trace().isOn()) {
            outside.trace()
                    .note("hears "
                            + (answer == null ? "nothing" : answer.getClass().getSimpleName()));
        }
        return answer == null ? new TokenAnswer.Unavailable("no answer in time", Optional.empty()) : answer;
    }

    private long requestTravel() {
        Dice dice = outside.dice();
        return outside.faults().strikes(Fault.SLOW_REQUEST)
                ? dice.spread(SECOND, SLOWEST)
                : dice.between(20 * MILLI, 400 * MILLI);
    }

    private long answerTravel() {
        Dice dice = outside.dice();
        return outside.faults().strikes(Fault.LATE_ANSWER)
                ? dice.between(5 * SECOND, LATEST)
                : dice.between(5 * MILLI, 100 * MILLI);
    }

    @Override
    public TokenAnswer exchange(ClientApp app, CodeExchange exchange) {
        return travelling(() -> outside.exchange(exchange.code().value().reveal(), app.id()))
                .orElseGet(() -> new TokenAnswer.Unavailable("no answer in time", Optional.empty()));
    }

    @Override
    public WhoAnswer whoIs(ClientApp app, Secret accessToken) {
        return travelling(() -> (WhoAnswer) new WhoAnswer.Known(new ExternalAccount(
                        outside.ledger().token(accessToken.reveal()).grant.slot.outside(),
                        Optional.empty(),
                        Optional.empty())))
                .orElseGet(() -> new WhoAnswer.Unavailable("no answer in time", Optional.empty()));
    }

    @Override
    public Revocation revoke(ClientApp app, TokensInHand tokens) {
        return travelling(() ->
                        outside.giveBack(tokens.longestLived().orElseThrow().reveal()))
                .orElse(Revocation.FAILED);
    }

    /** A call whose outcome nobody's grant hangs on. */
    private <T> Optional<T> travelling(Supplier<T> work) {
        Kernel kernel = outside.kernel();
        perils.pass();
        var call = new Call<T>(kernel, "", false, 10 * SECOND);
        outside.plainCall(work, call);
        T answer = call.await(outside.dice());
        perils.pass();
        return Optional.ofNullable(answer);
    }

    @Override
    public AuthorizationStart authorize(ClientApp app, AuthorizationIntent intent) {
        return new AuthorizationStart.Ready(URI.create("https://provider.example/authorize"));
    }

    @Override
    public boolean vouchesFor(Optional<String> iss) {
        return true;
    }
}
