package dev.patchbay.usecase.sim;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Spool;
import dev.patchbay.usecase.WrappedClaims;
import dev.patchbay.usecase.WrappedConnections;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The protocol with one guard taken away. Each of them has to be caught, or the simulation proves nothing. */
enum Mutant implements Function<Surroundings, Service> {
    /** Everybody takes everybody's claim. */
    NO_CLAIM(ports -> ports.claims = new MutantClaims(ports.claims) {
        @Override
        boolean mayTakeOver(Predicate<Held> protocol, Held held, Instant now) {
            return true;
        }
    }),

    /** A claim that ran out is free, though its holder may only be paused. */
    NO_LIVENESS_GATE(ports -> ports.claims = new MutantClaims(ports.claims) {
        @Override
        boolean mayTakeOver(Predicate<Held> protocol, Held held, Instant now) {
            return !now.isBefore(held.until()) || protocol.test(held);
        }
    }),

    /** The claim of a dead process is free at once, though its call may still be on its way. */
    NO_CLAIM_OF_THE_DEAD(ports -> ports.claims = new MutantClaims(ports.claims) {
        @Override
        boolean mayTakeOver(Predicate<Held> protocol, Held held, Instant now) {
            return protocol.test(held.until().isBefore(now) ? held : new Held(held.holder(), now));
        }
    }),

    /** A claim ends long before the call under it does. */
    SHORT_CLAIM(ports -> ports.claims = new MutantClaims(ports.claims) {
        @Override
        Duration life(Duration protocol) {
            return Duration.ofSeconds(5);
        }
    }),

    /** A late answer is not waited for. */
    SHORT_CALL_TIMEOUT(ports -> ports.platform = ((SimPlatform) ports.platform).waitingFor(Duration.ofSeconds(10))),

    /** A success that comes after its claim ran out is refused, as textbook fencing does. */
    FENCED_SUCCESS(ports -> {
        MutantClaims claims = new MutantClaims(ports.claims);
        ports.claims = claims;
        ports.connections = new WrappedConnections(ports.connections) {
            @Override
            public boolean advance(Connection next) {
                return !claims.hasRunOut(next.id(), ports.clock.instant()) && super.advance(next);
            }
        };
    }),

    /** What the store does not take at once is dropped. */
    NO_SECOND_WRITE(ports -> ports.connections = new WrappedConnections(ports.connections) {
        @Override
        public boolean advance(Connection next) {
            try {
                return super.advance(next);
            } catch (StoreUnavailable dropped) {
                return false;
            }
        }
    }),

    /** What the store does not take is nowhere but in memory. */
    NO_SPOOL(ports -> ports.spool = new Spool() {
        @Override
        public boolean keep(Entry entry) {
            return false;
        }

        @Override
        public List<Entry> entries() {
            return List.of();
        }

        @Override
        public void drop(Entry entry) {}
    }),

    /** What is in the spool stays there. */
    NO_REPLAY(ports -> {
        Spool spool = ports.spool;
        ports.spool = new Spool() {
            @Override
            public boolean keep(Entry entry) {
                return spool.keep(entry);
            }

            @Override
            public List<Entry> entries() {
                return List.of();
            }

            @Override
            public void drop(Entry entry) {
                spool.drop(entry);
            }
        };
    }),

    /** Nobody looks for renewals without a known outcome. */
    NO_RECOVERY(ports -> ports.claims = new WrappedClaims(ports.claims) {
        @Override
        public List<dev.patchbay.domain.connection.Unsettled> unsettled(int limit, Instant now) {
            return List.of();
        }
    }),

    /** That a call left no known outcome is forgotten. */
    NO_DOUBT(ports -> ports.claims = new MutantClaims(ports.claims) {
        @Override
        boolean isKnown(boolean protocol) {
            return true;
        }
    }),

    /** Two flights of one connection in one process. */
    NO_SINGLE_FLIGHT(ports -> {}) {
        @Override
        public Service apply(Surroundings ports) {
            return new TwoFlights(new RealService(ports), new RealService(ports));
        }
    },

    /** A call is sent however long ago its claim was asked for. */
    NO_DEADLINE_FOR_SENDING(ports -> ports.monotonic =
            () -> Duration.of(ports.boot.awake(0, KernelClock.micros(ports.clock.instant())), ChronoUnit.MICROS)),

    /** A renewed grant is written whatever the row has become. */
    NO_VERSION(ports -> ports.connections = new MutantConnections(ports.connections, ports.vault)),

    /** A refused token ends the connection whatever the row has become. */
    NO_SECOND_LOOK(ports -> {
        var connections = ports.connections;
        ports.claims = new WrappedClaims(ports.claims) {
            @Override
            public boolean stand(Lease lease, Standing standing, boolean outcomeKnown) {
                return super.stand(lease, standing, outcomeKnown)
                        || connections.find(lease.connection()).flatMap(this::claimed).stream()
                                .anyMatch(now -> super.stand(now, standing, outcomeKnown));
            }

            private Optional<Lease> claimed(Connection row) {
                var claimant = new Claims.Claimant(ports.presence.me(), Duration.ofSeconds(5));
                return claim(row.id(), row.version(), claimant, held -> true, ports.clock.instant());
            }
        };
    }),

    /** A token is lent before it is stored. */
    LENT_BEFORE_STORED(ports -> {
        var connections = ports.connections;
        ports.connections = new WrappedConnections(connections) {
            @Override
            public boolean advance(Connection next) {
                ports.background.start(() -> {
                    try {
                        boolean _ = connections.advance(next);
                    } catch (StoreUnavailable tooLate) {
                        // Its token is lent already.
                    }
                });
                return true;
            }
        };
    });

    private final Consumer<Surroundings> change;

    Mutant(Consumer<Surroundings> change) {
        this.change = change;
    }

    @Override
    public Service apply(Surroundings ports) {
        change.accept(ports);
        return new RealService(ports);
    }
}
