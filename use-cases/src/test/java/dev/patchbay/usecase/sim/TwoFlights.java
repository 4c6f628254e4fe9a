package dev.patchbay.usecase.sim;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.usecase.connection.Lending;
import java.time.Duration;
import java.util.Optional;

/** A process in which every other request is renewed for without regard to the rest. */
final class TwoFlights implements Service {
    private final Service one;
    private final Service other;
    private boolean turn;

    TwoFlights(Service one, Service other) {
        this.one = one;
        this.other = other;
    }

    private Service next() {
        turn = !turn;
        return turn ? one : other;
    }

    @Override
    public Lending lend(Slot who, Optional<Duration> minTtl) {
        return next().lend(who, minTtl);
    }

    @Override
    public Lending lendRefreshed(Slot who) {
        return next().lendRefreshed(who);
    }

    @Override
    public boolean disconnect(Slot who) {
        return one.disconnect(who);
    }

    @Override
    public Optional<Connection> connect(Slot who, String code) {
        return one.connect(who, code);
    }

    @Override
    public void start() {
        one.start();
    }

    @Override
    public void recover() {
        next().recover();
    }

    @Override
    public void sweep() {
        one.sweep();
    }
}
