package dev.patchbay.adapter.web.user;

import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.connection.ConnectionHealth;
import dev.patchbay.usecase.provider.Providers;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A person's connections as {@code GET /user/platforms} lists them, with a name for just that list. Safe for many threads. */
@Singleton
public final class ConnectionList {
    private static final int NAME_BYTES = 12;

    private final ConnectionHealth health;
    private final Providers providers;
    private final JsonMapper mapper;

    ConnectionList(ConnectionHealth health, Providers providers, JsonMapper mapper) {
        this.health = health;
        this.providers = providers;
        this.mapper = mapper;
    }

    /**
     * A list as it was at a moment.
     *
     * @param json the whole answer, {@code {"data":[…]}}, in one line
     * @param fingerprint 24 hexadecimal digits; the same for the same answer, from every process
     */
    public record Listing(String json, String fingerprint) {}

    /** The person's list as stored now. */
    public Listing of(SignedIn who) {
        return of(health.all(who));
    }

    /** The list of reports that were read already. */
    public Listing of(List<ConnectionHealth.Report> reports) {
        try {
            byte[] json = mapper.writeValueAsBytes(new Data<>(rows(reports)));
            return new Listing(new String(json, StandardCharsets.UTF_8), nameOf(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ConnectionResponse> rows(List<ConnectionHealth.Report> reports) {
        Map<ProviderId, String> names = providers.names();
        return reports.stream()
                .flatMap(report -> report
                        .connection()
                        .map(connection -> ConnectionResponse.of(
                                connection,
                                names.getOrDefault(
                                        connection.platform(),
                                        connection.platform().value()),
                                report.verdict()))
                        .stream())
                .toList();
    }

    private static String nameOf(byte[] json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, NAME_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
