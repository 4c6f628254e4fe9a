package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.telegram.TelegramUser;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Lives through good and bad days with every logger at TRACE, then looks for secrets in what was written anywhere. */
@Isolated("turns every logger of the JVM to TRACE")
class SecretHuntTest {
    private static final Duration CHAT = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    @Test
    void no_secret_is_in_any_log_line_error_or_database_file() throws Exception {
        Path log = folder.resolve("trace.log");
        Path data = Files.createDirectory(folder.resolve("data"));
        Map<String, String> secrets = new LinkedHashMap<>();
        List<String> errors = new ArrayList<>();
        FileAppender<ILoggingEvent> trace = traceTo(log);
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(data);
            settings.putAll(SandboxSettings.ofTelegram(world.sandbox()));
            try (Patchbay service = Patchbay.start(settings)) {
                liveThroughIt(world, service, secrets, errors);
                liveThroughAChat(world, service, secrets);
            }
            world.sandbox().ledger().issuedSecrets().forEach(secret -> secrets.put("issued " + secret, secret));
        } finally {
            stop(trace);
        }
        secrets.put("the master key", World.MASTER_KEY);
        secrets.put("Google's client secret", SandboxOptions.GOOGLE_CLIENT.secret());
        secrets.put("Spotify's client secret", SandboxOptions.SPOTIFY_CLIENT.secret());
        assertThat(secrets).hasSizeGreaterThan(15);
        assertThat(Files.size(log)).as("TRACE was on").isGreaterThan(100_000);

        assertThat(loggersThatTell(secrets, log)).as("in the log").isEmpty();
        assertThat(found(secrets, String.join("\n", errors))).as("in errors").isEmpty();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(found(secrets, content))
                        .as("in " + file.getFileName())
                        .isEmpty();
            }
        }
    }

    private static void liveThroughIt(World world, Patchbay service, Map<String, String> secrets, List<String> errors) {
        URI address = service.baseUrl();
        Browser ann = world.connected(address, "ann");
        secrets.put("a session cookie", ann.cookie("session").orElseThrow());
        secrets.put("an access token", ann.accessToken());
        world.sandbox().spotify().script(Fault.Kind.BAD_GATEWAY.at(Endpoint.REFRESH));
        errors.add(ann.post("/platforms/spotify/refresh", "{}").body());
        ann.get("/platforms/spotify/health?probe=true");

        Browser program = new Browser(address);
        Map<String, Object> begun =
                program.post("/auth/google/login", "{\"return\":\"handoff\"}").data();
        secrets.put("a state", begun.get("state").toString());
        URI end = program.follow(
                world.sandbox().google().approve(URI.create(begun.get("authUrl").toString()), "bob"));
        String handoff = end.getQuery().substring("handoff=".length());
        secrets.put("a handoff", handoff);
        String redeem = "{\"handoff\":\"" + handoff + "\",\"state\":\"" + begun.get("state") + "\"}";
        secrets.put(
                "a bearer token",
                program.post("/auth/session", redeem).data().get("token").toString());
        errors.add(program.post("/auth/session", redeem).body());

        errors.add(program.getAs(secrets.get("a bearer token") + "x", "/user/profile")
                .body());
        errors.add(program.post("/auth/session", "{\"handoff\":\"" + handoff).body());
        world.sandbox().google().script(Fault.Kind.INVALID_GRANT.at(Endpoint.EXCHANGE));
        Browser eve = new Browser(address);
        URI refused = eve.follow(world.sandbox().google().approve(eve.begin("/auth/google/login"), "ann"));
        errors.add(refused.toString());
        world.sandbox().spotify().withdraw("ann");
        errors.add(ann.post("/platforms/spotify/refresh", "{}").body());
        errors.add(ann.delete("/user/platforms/spotify").body());
        errors.add(ann.delete("/user").body());
    }

    private static void liveThroughAChat(World world, Patchbay service, Map<String, String> secrets) {
        TelegramUser bob = world.sandbox().telegram().user("bob");
        bob.write("/login spotify");
        bob.awaitFromBot("Open Spotify", CHAT);
        URI back = world.sandbox().spotify().approve(bob.link("Open Spotify"), "bob");
        URI deepLink = new Browser(service.baseUrl()).follow(back);
        secrets.put("a chat's handoff", deepLink.getQuery().substring("start=".length()));
        bob.open(deepLink);
        bob.awaitFromBot("is connected as", CHAT);
    }

    /** What was found, and whose line it was in; never the line. */
    private static List<String> loggersThatTell(Map<String, String> secrets, Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.flatMap(line -> found(secrets, line).stream()
                            .map(secret -> secret + " by " + line.substring(0, Math.min(60, line.length()))))
                    .distinct()
                    .toList();
        }
    }

    /** Plain, base64, hex: however it may have been written. */
    private static List<String> found(Map<String, String> secrets, String text) {
        return secrets.entrySet().stream()
                .filter(secret -> Stream.of(
                                secret.getValue(),
                                Base64.getEncoder()
                                        .withoutPadding()
                                        .encodeToString(secret.getValue().getBytes(StandardCharsets.UTF_8)),
                                HexFormat.of().formatHex(secret.getValue().getBytes(StandardCharsets.UTF_8)))
                        .anyMatch(text::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** With the console's own encoder, so that what is searched is what an operator would read. */
    private static FileAppender<ILoggingEvent> traceTo(Path file) {
        LoggerContext context = Logs.context();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var console = (ConsoleAppender<ILoggingEvent>) root.getAppender("console");
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setEncoder(console.getEncoder());
        appender.setFile(file.toString());
        appender.start();
        root.addAppender(appender);
        root.detachAppender(console);
        context.getLoggerList().forEach(logger -> logger.setLevel(Level.TRACE));
        return appender;
    }

    private static void stop(FileAppender<ILoggingEvent> appender) {
        LoggerContext context = Logs.context();
        context.getLoggerList().forEach(logger -> logger.setLevel(Level.INFO));
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        appender.stop();
    }
}
