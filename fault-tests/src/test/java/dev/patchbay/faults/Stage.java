package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.database.MariaDb;
import dev.patchbay.faults.database.Rows;
import dev.patchbay.faults.history.Asked;
import dev.patchbay.faults.history.Checker;
import dev.patchbay.faults.history.History;
import dev.patchbay.faults.history.Interruption;
import dev.patchbay.faults.history.LedgerReader;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Clients;
import dev.patchbay.faults.world.Clients.Target;
import dev.patchbay.faults.world.Load;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.Seeding;
import dev.patchbay.faults.world.Settling;
import dev.patchbay.faults.world.Somebody;
import dev.patchbay.faults.world.World;
import dev.patchbay.sandbox.wire.FaultProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: a world, a database, processes of one service, people, and the history of it all. */
final class Stage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
    private static final List<String> NAMES = List.of("one", "two", "three");

    final World world;
    final History history = new History();
    final Clients clients = new Clients(history);

    private final Path folder;
    private final Map<String, String> settings;
    private final List<Service> services = new ArrayList<>();

    private Stage(String name, World world, Map<String, String> database) {
        this.world = world;
        this.folder = Path.of(
                        "target",
                        "faults",
                        name + "-" + UUID.randomUUID().toString().substring(0, 8))
                .toAbsolutePath();
        this.settings = new HashMap<>(world.settings());
        settings.putAll(database);
        settings.put("DRAIN_SECONDS", "2");
        // One person asks here as often as hundreds do elsewhere.
        settings.put("LIMITS", "off");
    }

    /** @param name of the folder under {@code target/faults} that the logs are kept in */
    static Stage onMariaDb(String name, MariaDb server, World world) {
        return new Stage(name, world, server.freshSchema());
    }

    static Stage onH2(String name, World world) {
        return new Stage(name, world, Map.of("DATABASE_URL", "jdbc:h2:file:./data/patchbay"));
    }

    /** Processes that are prepared from now on reach the database through this wire. */
    void through(FaultProxy wire) {
        settings.computeIfPresent(
                "DATABASE_URL", (name, url) -> url.replaceFirst("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:" + wire.port()));
    }

    /** Changes a setting of processes that are prepared from now on. */
    Stage with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** So many processes of one service, ready. */
    List<Service> start(int count) {
        prepare(count);
        startAll();
        return List.copyOf(services);
    }

    /** So many processes of one service, not started. */
    List<Service> prepare(int count) {
        for (int i = 0; i < count; i++) {
            Service service = new Service(NAMES.get(i), folder.resolve(NAMES.get(i)), settings);
            settings.putIfAbsent("PATCHBAY_BASE_URL", service.address().toString());
            services.add(service);
        }
        return List.copyOf(services);
    }

    /** A place of its own with the files of a service that does not run. */
    Service copyOf(Service service) throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(service.folder())) {
            // A killed process leaves its socket, which nobody can copy.
            for (Path file : files.filter(one -> Files.isDirectory(one) || Files.isRegularFile(one))
                    .toList()) {
                Files.copy(file, copy.resolve(service.folder().relativize(file).toString()));
            }
        }
        return new Service("copy", copy, settings);
    }

    /** Starts those that were prepared. */
    void startAll() {
        // The first one makes the tables; the others do not wait for one another.
        services.getFirst().start();
        List<Service> others = services.subList(1, services.size());
        others.forEach(Service::launch);
        others.forEach(Service::awaitReady);
    }

    Rows rows(MariaDb server) {
        return server.rows(settings);
    }

    /** So many people with every platform of the world connected. */
    List<Somebody> people(int count) {
        return new Seeding(world, services.getFirst().address()).people("p", count);
    }

    static Target at(Service service) {
        return new Target(service.name(), service.address());
    }

    List<Target> targets() {
        return services.stream().map(Stage::at).toList();
    }

    /** Whether a process of that service has put a renewed token aside. */
    boolean isInSpool(Service service) {
        Path spool = folder.resolve(service.name()).resolve("data").resolve("spool");
        try (Stream<Path> files = Files.exists(spool) ? Files.list(spool) : Stream.empty()) {
            return files.anyMatch(file -> file.toString().endsWith(".grant"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Load load(int count, Duration pause, List<Somebody> people, long seed) {
        List<Played> platforms = new ArrayList<>();
        world.platforms().forEach(platforms::add);
        return Load.start(clients, count, pause, Clients.AS_LONG_AS_CAN_BE, targets(), people, platforms, seed);
    }

    /** So many clients at each of these services ask at the same time. */
    List<Asked> herd(List<Service> asked, int each, Function<Target, Asked> request) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Asked>> all = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                asked.forEach(one -> all.add(() -> request.apply(at(one))));
            }
            List<Asked> answers = new ArrayList<>();
            for (Future<Asked> one : threads.invokeAll(all)) {
                answers.add(one.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void kill(Service service) {
        history.add(new Interruption(service.name(), service.kill()));
    }

    /** A process has ended itself at its kill point. */
    void died(Service service) {
        assertThat(service.awaitExit(Duration.ofSeconds(60)))
                .as("the exit code of " + service.name())
                .isEqualTo(137);
        history.add(new Interruption(service.name(), Instant.now()));
    }

    /** One line for whoever reads the log of a night. */
    private void report() {
        LOG.info(
                "{}: {}; lost in the end: {}",
                folder.getFileName(),
                history,
                Stream.of(Played.values())
                        .filter(one -> lost(one) > 0)
                        .map(one -> one.id() + " " + lost(one))
                        .toList());
    }

    /** Waits until nothing is in doubt, asks the ledgers, and demands that every promise was kept. */
    void demandThatAllPromisesWereKept(List<Somebody> people) {
        Settling.settle(at(services.getFirst()), clients, history, people, world.platforms());
        for (Played platform : world.platforms()) {
            history.add(platform, LedgerReader.read(world.sandbox(platform).ledger()));
        }
        report();
        assertThat(Checker.check(history))
                .as("broken promises; logs in " + folder)
                .isEmpty();
    }

    /** How many connections to that platform are lost in the end. */
    long lost(Played platform) {
        return history.ends().stream()
                .filter(end -> end.link().platform() == platform && end.state().equals("needs_reconnect"))
                .count();
    }

    @Override
    public void close() {
        services.forEach(Service::close);
        world.close();
    }
}
