package dev.patchbay.faults.process;

import dev.patchbay.port.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A place where a process of the service runs: its folder, ports and settings stay while processes come and go. The log is
 * {@code service.log} in the folder. Every process ends with this JVM at the latest.
 */
public final class Service implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final String name;
    private final Path folder;
    private final BuiltService built;
    private final Map<String, String> settings;
    private final int port = FreePorts.next();
    private final int managementPort = FreePorts.next();
    private @Nullable Process process;

    /** @param settings all that the process gets as its environment, ports and public address aside */
    public Service(String name, Path folder, Map<String, String> settings) {
        this(name, folder, settings, BuiltService.get());
    }

    Service(String name, Path folder, Map<String, String> settings, BuiltService built) {
        this.name = name;
        this.folder = folder;
        this.built = built;
        this.settings = new HashMap<>(settings);
        this.settings.put("PORT", String.valueOf(port));
        this.settings.put("MANAGEMENT_PORT", String.valueOf(managementPort));
        this.settings.putIfAbsent("PATCHBAY_BASE_URL", address().toString());
    }

    /** What the history calls it. */
    public String name() {
        return name;
    }

    /** Where it serves. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where it says how it is. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    /** Where it says whether it wants requests. */
    public URI readiness() {
        return management().resolve("/health/ready");
    }

    /** What the system calls its process. */
    public long pid() {
        return running().pid();
    }

    /** Where its log and its data are. */
    public Path folder() {
        return folder;
    }

    /** Changes a setting for processes started from now on. */
    public void set(String setting, String value) {
        settings.put(setting, value);
    }

    /** Takes a setting away from processes started from now on. */
    public void unset(String setting) {
        settings.remove(setting);
    }

    /** Starts a process and waits until it is ready. @param jvm more options */
    public Service start(String... jvm) {
        launch(jvm);
        awaitReady();
        return this;
    }

    /** Starts a process without waiting for it. */
    public void launch(String... jvm) {
        if (isRunning()) {
            throw new IllegalStateException(name + " is running already");
        }
        try {
            Files.createDirectories(folder);
            process = prepared(built.command(List.of(jvm)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            RUNNING.add(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an operator's command with the settings of this service says. @throws IllegalStateException when it fails, with what it says */
    public String operator(String... words) {
        return Command.run(prepared(built.operator(List.of(), List.of(words))));
    }

    /** Runs an operator's command that ends at that point, as if by {@code kill -9}. */
    public void operatorKilled(KillPoint point, String... words) {
        List<String> command = built.operator(List.of(KillPoint.agent(folder)), List.of(words));
        arm(point);
        try {
            String said = Command.run(prepared(command));
            throw new IllegalStateException("it was not killed: " + said);
        } catch (Command.Failed killed) {
            if (killed.code() != 137) {
                throw killed;
            }
        } finally {
            disarm(point);
        }
    }

    private ProcessBuilder prepared(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(settings);
        return builder;
    }

    /** Waits until the process is ready. @throws IllegalStateException with the end of its log when it does not get there */
    public void awaitReady() {
        Instant end = Instant.now().plus(START);
        while (isRunning() && Instant.now().isBefore(end)) {
            if (isReady()) {
                return;
            }
            sleep(Duration.ofMillis(50));
        }
        throw new IllegalStateException(name + " did not get ready:\n" + endOfLog());
    }

    /** What a process says when it is asked whether it wants requests. */
    public enum Readiness {
        /** Yes. */
        READY,
        /** No; or nobody listens. */
        NOT_READY,
        /** It did not say in time. */
        SILENT
    }

    /** Whether it says that it is ready. */
    public boolean isReady() {
        return askReadiness() == Readiness.READY;
    }

    /** Asks it. */
    public Readiness askReadiness() {
        try {
            HttpURLConnection ask = (HttpURLConnection) readiness().toURL().openConnection();
            ask.setConnectTimeout(1000);
            ask.setReadTimeout(3000);
            int status = ask.getResponseCode();
            ask.disconnect();
            return status == 200 ? Readiness.READY : Readiness.NOT_READY;
        } catch (SocketTimeoutException busy) {
            return Readiness.SILENT;
        } catch (IOException nobodyThere) {
            return Readiness.NOT_READY;
        }
    }

    /** Whether there is a living process. */
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** {@code kill -9}, and waits until it is gone; a process that is gone already is fine. @return when it was killed */
    public Instant kill() {
        Instant now = Instant.now();
        if (process != null) {
            process.destroyForcibly();
            awaitExit(Duration.ofSeconds(20));
        }
        return now;
    }

    /** Starts a process that can be made to end at a named point, and waits until it is ready. */
    public Service startWithKillPoints() {
        for (KillPoint point : KillPoint.values()) {
            disarm(point);
        }
        return start(KillPoint.agent(folder));
    }

    /** Starts a process that ends as soon as it gets to that point, perhaps before it is ready. Does not wait for it. */
    public void launchToDieAt(KillPoint point) {
        for (KillPoint one : KillPoint.values()) {
            disarm(one);
        }
        arm(point);
        launch(KillPoint.agent(folder));
    }

    /** From now on the process ends as soon as it gets to that point. */
    public void arm(KillPoint point) {
        try {
            Files.createFile(point.flag(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void disarm(KillPoint point) {
        try {
            Files.deleteIfExists(point.flag(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -STOP}: no thread of it runs until {@link #resume}. */
    public void pause() {
        signal("-STOP");
    }

    /** {@code kill -CONT}. */
    public void resume() {
        signal("-CONT");
    }

    /** {@code kill -TERM}: asks it to end in good order. */
    public void terminate() {
        running().destroy();
    }

    /** Waits for the end of the process. @return its exit code; 137 after {@code kill -9} */
    public int awaitExit(Duration atMost) {
        Process ending = running();
        try {
            if (!ending.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(name + " still runs after " + atMost + ":\n" + endOfLog());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        RUNNING.remove(ending);
        return ending.exitValue();
    }

    private void signal(String which) {
        String unused = Command.run(
                new ProcessBuilder("kill", which, String.valueOf(running().pid())));
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    /** Where its lines go, those of all its processes. */
    public Path log() {
        return folder.resolve("service.log");
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process at once, a paused one too. */
    @Override
    public void close() {
        kill();
    }
}
