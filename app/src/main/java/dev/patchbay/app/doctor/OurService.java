package dev.patchbay.app.doctor;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** The service with these settings, if it runs on this machine: it listens on all of its ports or does not start. */
final class OurService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Patient patient;
    private final boolean runs;
    private final Map<String, Boolean> said = new HashMap<>();

    /** Not the guarded one: where it listens need not be loopback, and is this machine all the same. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    /** Asks at its ports, unless it answered elsewhere. Takes seconds at most. @param answers whether it did */
    OurService(Patient patient, boolean answers) {
        this.patient = patient;
        this.runs = answers
                || isManaged(patient.service().managementPort())
                || (!patient.tls().isOn() && servesApi(patient.service().port()));
    }

    boolean runs() {
        return runs;
    }

    /** Whether it is the one on that port. Where clear text is spoken it is asked, so that nobody else is taken for it. */
    boolean holds(String setting, int port) {
        return runs
                && switch (setting) {
                    case "PORT" -> servesApi(port);
                    case "HTTP_PORT" -> leadsAway(port);
                    case "MANAGEMENT_PORT" -> isManaged(port);
                    default -> true;
                };
    }

    private boolean isManaged(int port) {
        return says(port, "/metrics", answer -> answer.body().contains("patchbay_"));
    }

    private boolean servesApi(int port) {
        return says(port, "/openapi.yaml", answer -> answer.body().contains("Patchbay"));
    }

    private boolean leadsAway(int port) {
        String away = patient.baseUrl() + "/doctor";
        return says(port, "/doctor", answer -> answer.headers()
                .firstValue("Location")
                .filter(away::equals)
                .isPresent());
    }

    private boolean says(int port, String path, Predicate<HttpResponse<String>> word) {
        // Somebody who does not answer is waited for once.
        return port != 0
                && said.computeIfAbsent(
                        port + path, _ -> ask(port, path).filter(word).isPresent());
    }

    private Optional<HttpResponse<String>> ask(int port, String path) {
        InetSocketAddress local = patient.local(port);
        String host = local.getHostString();
        URI address =
                URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + local.getPort() + path);
        var pending = http.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        try {
            return Optional.of(pending.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException nobodyOrNotHttp) {
            pending.cancel(true);
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
