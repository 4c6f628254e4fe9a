package dev.patchbay.architecture.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.app.provider.Modules;
import dev.patchbay.architecture.source.Checkout;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.port.provider.Promise;
import dev.patchbay.port.settings.GivenSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("proof")
class ProvidersPageTest {
    /** A provider that is there by its settings alone, so that it has a page. */
    private static final Map<String, String> SETTINGS = Map.of("OIDC_EXAMPLE_ISSUER", "https://id.example.org");

    private final Path checkout = Checkout.root();
    private final Path page = checkout.resolve("docs").resolve("providers.md");
    private final Proofs proofs = new Proofs(checkout);

    private String text(Function<ProviderId, Set<Promise>> kept) {
        try (GuardedHttp http = new GuardedHttp(Clock.systemUTC());
                Modules modules = Modules.load(
                        GivenSettings.of(SETTINGS), http, Clock.systemUTC(), checkout.resolve("no-plugins"))) {
            return new ProvidersPage(kept).of(modules.identityProviders(), modules.platforms());
        }
    }

    @Test
    void the_page_says_what_is_true_now() throws IOException {
        String now = text(proofs::keptBy);
        if (Boolean.getBoolean("patchbay.write-docs")) {
            Files.writeString(page, now);
        }
        String written = Files.isRegularFile(page) ? Files.readString(page) : "";

        assertThat(withoutProofs(written))
                .as("docs/providers.md is not what the providers declare; write it anew: ./patchbay docs")
                .isEqualTo(withoutProofs(now));
        if (contractsRan(now)) {
            assertThat(written)
                    .as("docs/providers.md is not what the contracts saw; write it anew: ./patchbay docs")
                    .isEqualTo(now);
        }
    }

    /** In a build of a few modules alone nothing was seen of the others. */
    private static boolean contractsRan(String now) {
        return now.lines()
                .filter(line -> line.startsWith(ProvidersPage.PROVEN))
                .noneMatch(line -> line.endsWith("nothing whole"));
    }

    private static String withoutProofs(String text) {
        return text.lines()
                .filter(line -> !line.startsWith(ProvidersPage.PROVEN))
                .reduce("", (one, other) -> one + "\n" + other);
    }
}
