package dev.patchbay.adapter.web;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.DatedRule;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scope;
import dev.patchbay.domain.provider.ScopeReason;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.TokensInHand;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Grants tokens for codes it gave out; what it answers to an exchange, a refresh and to "who is this?" can be set. */
final class FakePlatform implements MusicPlatform {
    private final ProviderDescriptor descriptor;
    private final Map<String, ExternalAccount> codes = new ConcurrentHashMap<>();
    private final Map<Secret, ExternalAccount> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger exchanges = new AtomicInteger();
    volatile Optional<TokenAnswer> exchangeAnswer = Optional.empty();
    volatile Optional<TokenAnswer> refreshAnswer = Optional.empty();
    volatile Optional<Supplier<RuntimeException>> defect = Optional.empty();
    volatile Optional<WhoAnswer> whoAnswer = Optional.empty();
    volatile Revocation revocation = Revocation.NOT_SUPPORTED;

    FakePlatform(ProviderId id, String name) {
        descriptor = new ProviderDescriptor(
                id,
                name,
                URI.create("https://" + id + ".example/console"),
                URI.create("https://" + id + ".example/apps"),
                List.of(new ScopeReason(new Scope("library"), "to read your library")),
                Set.of(Capability.REFRESH),
                new GrantClass.NonRotating(),
                Optional.empty(),
                Optional.of(Period.ofMonths(6)),
                Duration.ofHours(1),
                List.of(new DatedRule(
                        "seats", "Five people at most.", LocalDate.of(2026, 2, 1), URI.create("https://a.example/b"))));
    }

    String consentOf(ExternalAccount account) {
        String code = "code-at-" + id() + "-" + UUID.randomUUID();
        codes.put(code, account);
        return code;
    }

    int exchanges() {
        return exchanges.get();
    }

    @Override
    public ProviderDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public AuthorizationStart authorize(ClientApp app, AuthorizationIntent intent) {
        return new AuthorizationStart.Ready(URI.create("https://" + id() + ".example/authorize?state="
                + intent.state().value().reveal()));
    }

    @Override
    public boolean vouchesFor(Optional<String> iss) {
        return iss.isEmpty();
    }

    @Override
    public TokenAnswer exchange(ClientApp app, CodeExchange exchange) {
        exchanges.incrementAndGet();
        ExternalAccount account = codes.remove(exchange.code().value().reveal());
        return exchangeAnswer.orElseGet(() -> account == null ? new TokenAnswer.GrantDead() : granted(account));
    }

    @Override
    public TokenAnswer refresh(ClientApp app, Secret refreshToken) {
        return refreshAnswer.orElseGet(
                () -> granted(new ExternalAccount("refreshed", Optional.empty(), Optional.empty())));
    }

    private TokenAnswer granted(ExternalAccount account) {
        Secret access = Secret.of("access-token-" + UUID.randomUUID());
        tokens.put(access, account);
        return new TokenAnswer.Granted(
                "Bearer",
                access,
                Optional.of(Secret.of("refresh-token-" + UUID.randomUUID())),
                Optional.of(Duration.ofHours(1)),
                Optional.of(Scopes.of("library")));
    }

    @Override
    public WhoAnswer whoIs(ClientApp app, Secret accessToken) {
        defect.ifPresent(bug -> {
            throw bug.get();
        });
        return whoAnswer.orElseGet(() -> {
            ExternalAccount account = tokens.get(accessToken);
            return account == null ? new WhoAnswer.TokenNotAccepted() : new WhoAnswer.Known(account);
        });
    }

    @Override
    public Revocation revoke(ClientApp app, TokensInHand tokens) {
        return revocation;
    }
}
