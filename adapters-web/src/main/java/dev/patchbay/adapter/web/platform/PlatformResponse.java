package dev.patchbay.adapter.web.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.domain.provider.DatedRule;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.Quirk;
import dev.patchbay.domain.provider.ScopeReason;
import dev.patchbay.usecase.provider.ListProviders.Offer;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a platform before anybody connects it.
 *
 * @param sharedApp whether the operator's app can be used
 * @param consentLength how long a consent lasts (ISO 8601 period); null when it does not end by itself
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record PlatformResponse(
        String id,
        String name,
        boolean sharedApp,
        String console,
        String accessPage,
        List<String> capabilities,
        String grantClass,
        @Nullable String consentLength,
        List<ScopeWhy> scopes,
        List<Rule> rules,
        List<Oddity> quirks) {

    @Serdeable.Serializable
    record ScopeWhy(String scope, String why) {
        static ScopeWhy of(ScopeReason reason) {
            return new ScopeWhy(reason.scope().value(), reason.why());
        }
    }

    @Serdeable.Serializable
    record Rule(String name, String text, String since, String source) {
        static Rule of(DatedRule rule) {
            return new Rule(
                    rule.name(),
                    rule.text(),
                    rule.since().toString(),
                    rule.source().toString());
        }
    }

    @Serdeable.Serializable
    record Oddity(String name, String text, String source) {
        static Oddity of(Quirk quirk) {
            return new Oddity(quirk.name(), quirk.text(), quirk.source().toString());
        }
    }

    static PlatformResponse of(Offer offer) {
        ProviderDescriptor platform = offer.descriptor();
        return new PlatformResponse(
                platform.id().value(),
                platform.name(),
                offer.sharedApp(),
                platform.console().toString(),
                platform.accessPage().toString(),
                platform.capabilities().stream()
                        .map(capability -> capability.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                word(platform.grantClass()),
                platform.consentLength().map(Period::toString).orElse(null),
                platform.scopes().stream().map(ScopeWhy::of).toList(),
                platform.rules().stream().map(Rule::of).toList(),
                platform.quirks().stream().map(Oddity::of).toList());
    }

    private static String word(GrantClass grantClass) {
        return switch (grantClass) {
            case GrantClass.NonRotating() -> "non_rotating";
            case GrantClass.Overlap() -> "overlap";
            case GrantClass.Grace(var window) -> "grace";
            case GrantClass.Strict() -> "strict";
            case GrantClass.StrictRevoke() -> "strict_revoke";
        };
    }
}
