package dev.patchbay.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.oauth.ProviderModule.Kit;
import dev.patchbay.oauth.ProviderModule.Offer;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.settings.GivenSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What every module with providers keeps to. */
public abstract class ProviderModuleContract {
    /** Settings with which it offers all it has, beside the usual ones of its apps; none for most. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    private static ProviderModule module(Class<?> test) {
        List<ProviderModule> found = new ArrayList<>();
        ServiceLoader.load(ProviderModule.class).forEach(found::add);
        return found.stream()
                .filter(module -> module.getClass().getPackage().equals(test.getPackage()))
                .reduce((one, other) -> {
                    throw new AssertionError("two modules in one package");
                })
                .orElseThrow(() -> new AssertionError("META-INF/services names no module in " + test.getPackageName()));
    }

    private Offer open(GivenSettings settings) {
        try (GuardedHttp http = new GuardedHttp(Clock.systemUTC())) {
            return module(getClass())
                    .open(new Kit(
                            settings,
                            http.heldTo(host -> {
                                throw new AssertionError("called " + host + " while it was opened");
                            }),
                            Clock.systemUTC()));
        }
    }

    @Test
    void it_is_found_and_opens_without_calling_anybody() {
        Offer offer = open(GivenSettings.strict(settings()));

        assertThat(offer.identityProviders().size() + offer.platforms().size()).isPositive();
    }

    @Test
    void without_any_settings_nothing_is_wrong() {
        GivenSettings none = GivenSettings.of(Map.of());
        Offer _ = open(none);

        assertThat(none.problems()).isEmpty();
    }

    @Test
    void each_provider_says_whom_it_calls_and_where_its_app_is_registered() {
        Offer offer = open(GivenSettings.strict(settings()));

        assertThat(offer.identityProviders())
                .extracting(IdentityProvider::descriptor)
                .allSatisfy(known -> {
                    assertThat(known.hosts())
                            .isNotEmpty()
                            .allMatch(host -> host.equals(host.toLowerCase(java.util.Locale.ROOT)));
                    assertThat(known.console()).hasScheme("https");
                });
        assertThat(offer.platforms()).extracting(MusicPlatform::descriptor).allSatisfy(known -> {
            assertThat(known.hosts())
                    .isNotEmpty()
                    .allMatch(host -> host.equals(host.toLowerCase(java.util.Locale.ROOT)));
            assertThat(known.console()).hasScheme("https");
            assertThat(known.accessPage()).hasScheme("https");
        });
    }

    @Test
    void each_scope_rule_and_quirk_is_explained_in_a_sentence() {
        Offer offer = open(GivenSettings.strict(settings()));

        for (IdentityProvider provider : offer.identityProviders()) {
            IdentityDescriptor known = provider.descriptor();
            assertThat(known.scopes()).allSatisfy(scope -> assertSentence(scope.why()));
            assertThat(known.rules()).allSatisfy(rule -> assertSentence(rule.text()));
            assertThat(known.quirks()).allSatisfy(quirk -> assertSentence(quirk.text()));
        }
        for (MusicPlatform platform : offer.platforms()) {
            ProviderDescriptor known = platform.descriptor();
            assertThat(known.scopes()).allSatisfy(scope -> assertSentence(scope.why()));
            assertThat(known.rules()).allSatisfy(rule -> assertSentence(rule.text()));
            assertThat(known.quirks()).allSatisfy(quirk -> assertSentence(quirk.text()));
        }
    }

    private static void assertSentence(String text) {
        assertThat(text).matches("(?s)\\p{Lu}.{8,}\\.");
    }

    @Test
    void its_settings_begin_as_it_says() {
        ProviderModule module = module(getClass());
        Offer offer = open(GivenSettings.strict(settings()));

        assertThat(module.settingsPrefixes()).isNotEmpty().allMatch(prefix -> prefix.matches("[A-Z][A-Z0-9]*"));
        if (settings().isEmpty()) {
            assertThat(module.settingsPrefixes()).containsAll(prefixes(offer));
        }
    }

    private static List<String> prefixes(Offer offer) {
        List<String> prefixes = new ArrayList<>();
        offer.identityProviders().forEach(one -> prefixes.add(one.id().settingsPrefix()));
        offer.platforms().forEach(one -> prefixes.add(one.id().settingsPrefix()));
        return prefixes;
    }
}
