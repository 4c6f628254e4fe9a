package dev.patchbay.usecase.sim;

import static dev.patchbay.usecase.sim.Kernel.MILLI;
import static dev.patchbay.usecase.sim.Kernel.MINUTE;
import static dev.patchbay.usecase.sim.Kernel.SECOND;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One world made from one seed: it is made, lives through its busy part, comes to rest, and is judged. */
final class Universe {
    private final InMemoryStore shelves = new InMemoryStore();
    private final SimVault vault = new SimVault();
    private final Tally tally = new Tally();
    private final Weather weather = new Weather(this::isAppBlocked);
    private final List<Slot> people = new ArrayList<>();
    private final Plan plan;
    private final Kernel kernel;
    private final Dice dice;
    private final Trace trace;
    private final Faults faults;
    private final Ledger ledger;
    private final Oracle oracle;
    private final Bookkeeping books;
    private final SimStore store;
    private final Outside outside;
    private final Machines machines;
    private final Perils perils;
    private final Actors actors;
    private final ProviderDescriptor descriptor;
    private final SimSecrets secrets;
    private final KernelClock clock;
    private ClientApp app = Provider.app("one");

    /** What came of it. */
    record Report(
            long seed, Plan plan, List<Oracle.Violation> violations, Tally tally, long fingerprint, String trace) {
        /** Everything that is needed to look at it again. */
        String words() {
            return "seed " + seed + ": " + violations + "\n" + plan + "\n" + trace;
        }
    }

    /**
     * Runs one.
     *
     * @param services puts the process together that is tested
     */
    static Report run(long seed, Function<Surroundings, Service> services) {
        Dice dice = new Dice(seed);
        return new Universe(dice, Plan.drawn(dice), services, false).run(seed);
    }

    /** Runs one and keeps its story. */
    static Report retold(long seed, Function<Surroundings, Service> services) {
        Dice dice = new Dice(seed);
        return new Universe(dice, Plan.drawn(dice), services, true).run(seed);
    }

    /** Runs one that is like this. */
    static Report run(long seed, Plan plan, Function<Surroundings, Service> services) {
        return new Universe(new Dice(seed), plan, services, true).run(seed);
    }

    private Universe(Dice dice, Plan plan, Function<Surroundings, Service> services, boolean traced) {
        this.plan = plan;
        this.dice = dice;
        kernel = new Kernel(dice);
        clock = new KernelClock(kernel);
        secrets = new SimSecrets(dice);
        trace = new Trace(traced, kernel);
        faults = new Faults(dice, plan.rates(), plan.mostOfEach());
        ledger = new Ledger(plan.grantClass(), plan.accessLife());
        oracle = new Oracle(plan.grantClass(), ledger, vault, new Excuses(weather), kernel, trace, tally);
        books = new Bookkeeping(oracle);
        store = new SimStore(kernel, dice, faults, weather, trace);
        descriptor = Provider.descriptor(plan.grantClass());
        machines = new Machines(
                plan.hosts(), kernel, dice, oracle, weather, trace, unsettled(), boot -> services.apply(around(boot)));
        perils = new Perils(kernel, faults, dice, weather, store, trace, machines);
        store.meets(perils);
        outside = new Outside(
                kernel,
                dice,
                faults,
                ledger,
                oracle,
                weather,
                this::isWithinReach,
                this::stirred,
                trace,
                tally,
                Duration.of(plan.accessLife(), ChronoUnit.MICROS),
                plan.grantClass().callTimeout().toMillis() * MILLI);
        actors = new Actors(kernel, dice, plan, machines, ledger, oracle, tally, () -> app.id());
    }

    private Machines.Look unsettled() {
        return new Machines.Look() {
            @Override
            public boolean now() {
                return !shelves.claims().unsettled(1, clock.instant()).isEmpty();
            }

            @Override
            public boolean ever() {
                return !shelves.claims().unsettled(1, Instant.MAX).isEmpty();
            }
        };
    }

    private Surroundings around(Boot boot) {
        ClientApp atBoot = app;
        var connections = shelves.connections();
        var presence = new SimPresence(boot, machines, store);
        var claims = new SimClaims(shelves.claims(), connections, store, books, machines::rouse);
        Surroundings ports = new Surroundings(boot);
        ports.connections = new SimConnections(connections, store, books);
        ports.claims = claims;
        ports.upkeep = new SimUpkeep(shelves.upkeep(), store);
        ports.parkedGrants = new SimParkedGrants(shelves.parkedGrants(), store);
        ports.presence = presence;
        ports.spool = new SimSpool(boot.host.disk, kernel, perils, books);
        ports.appConditions = new SimAppConditions(shelves.appConditions(), store, weather);
        ports.allowances = new SimAllowances(shelves.allowances(), store);
        ports.rotations = new SimRotations(shelves.rotations(), store);
        ports.activity = new SimActivity(shelves.activity(), store);
        ports.vault = vault;
        ports.platform = new SimPlatform(descriptor, plan.grantClass().callTimeout(), outside, perils);
        ports.apps = provider -> Optional.of(atBoot);
        ports.secrets = secrets;
        ports.background = new KernelBackground(kernel, boot);
        ports.pause = duration -> kernel.sleep(duration.toNanos() / 1000);
        ports.monotonic = () -> Duration.of(kernel.now(), ChronoUnit.MICROS);
        ports.clock = clock;
        return ports;
    }

    private void stirred(Slot person) {
        actors.stirred(person);
    }

    private boolean isAppBlocked() {
        return shelves.appConditions().of(app.id()) instanceof AppCondition.Blocked;
    }

    private boolean isWithinReach(Host host) {
        Boot boot = host.alive();
        long readable = Math.max(store.presentSince(), boot == null ? Long.MAX_VALUE : boot.startedAt);
        return boot != null && boot.isRunning(kernel.now()) && kernel.now() - readable > 5 * SECOND;
    }

    private Report run(long seed) {
        for (int i = 1; i <= plan.people(); i++) {
            people.add(somebody(i));
        }
        machines.bootAll();
        people.forEach(actors::plan);
        if (plan.withdrawals()) {
            actors.somewhen(this::withdraw);
        }
        if (plan.appChanges()) {
            actors.somewhen(this::changeApp);
        }
        kernel.runUntil(plan.length());
        comeToRest();
        judge();
        tally.universes = 1;
        tally.events = kernel.planned();
        for (Fault fault : Fault.values()) {
            tally.faults[fault.ordinal()] = faults.struck(fault);
        }
        return new Report(seed, plan, oracle.violations(), tally, dice.bits() ^ kernel.now(), trace.text());
    }

    private void comeToRest() {
        trace.note("from now on nothing goes wrong any more");
        faults.calm();
        outside.calm();
        store.heal();
        machines.bootAll();
        kernel.runUntil(machines.allAwakeAt() + 5 * SECOND);
        people.forEach(actors::settle);
        while (!actors.areSettled()) {
            kernel.runUntil(kernel.now() + MINUTE / 2);
        }
    }

    private void judge() {
        for (Slot person : people) {
            oracle.settled(person, app.id(), shelves.connections().of(person.account(), descriptor.id()));
        }
    }

    private void withdraw() {
        Slot person = dice.oneOf(people);
        shelves.connections()
                .of(person.account(), descriptor.id())
                .flatMap(oracle::grantOf)
                .ifPresent(grant -> {
                    trace.note("the person withdraws grant " + grant.number);
                    ledger.end(grant, Ledger.End.WITHDRAWN);
                });
    }

    /** The operator configures another app; its predecessor's connections wait for a reconnect. */
    private void changeApp() {
        app = Provider.app("two");
        tally.appChanges++;
        trace.note("the app is changed");
        // Whoever has a connection of the old app cannot mend anything any more.
        weather.storm(kernel.now(), Long.MAX_VALUE);
        machines.restartAll();
    }

    private Slot somebody(int number) {
        Account account = new Account(AccountId.of(secrets.nextId()), new DisplayName("Ann"), Fixtures.NOW);
        shelves.accounts().open(account, Fixtures.aMethodOf(account, Provider.identity(number)));
        Session session = new Session(
                new SessionId(secrets.nextId()),
                account.id(),
                Fixtures.GOOGLE,
                "Firefox on Linux",
                Fixtures.NOW,
                Fixtures.NOW.plus(Duration.ofDays(7)),
                Optional.empty());
        shelves.sessions().start(session);
        Slot person = new Slot(number, session);
        books.know(person);
        Connection row = firstRow(person);
        boolean _ = books.stored(shelves.connections().add(row), row);
        return person;
    }

    private Connection firstRow(Slot person) {
        Ledger.Issued issued = ledger.consent(person, app.id(), 0);
        ConnectionId id = new ConnectionId(secrets.nextId());
        Instant now = clock.instant();
        var platform = descriptor.id();
        KeyOwner owner = KeyOwner.of(person.account());
        SealedTokens tokens = new SealedTokens(
                "Bearer",
                vault.seal(owner, Connection.accessTokenPlace(id, platform, 1), Secret.of(issued.access().text)),
                Optional.ofNullable(issued.refresh())
                        .map(refresh -> vault.seal(
                                owner, Connection.refreshTokenPlace(id, platform, 1), Secret.of(refresh.text))));
        return new Connection(
                id,
                person.account(),
                platform,
                app.id(),
                new ExternalAccount(person.outside(), Optional.empty(), Optional.empty()),
                descriptor.defaultScopes(),
                new Clocks(now, now.plus(plan.accessLife(), ChronoUnit.MICROS), now, Optional.empty()),
                new Standing.Active(),
                tokens,
                1,
                now,
                Optional.empty());
    }
}
