package dev.patchbay.usecase.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppTerms;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PastedTest {

    private static final AppTerms SHAPELY =
            new AppTerms(OptionalInt.empty(), Optional.of(Pattern.compile("[0-9]+\\.apps")));

    @Test
    void a_swap_is_noticed_where_the_shapes_tell_and_one_value_twice_always() {
        assertThat(read(SHAPELY, "hush", "12.apps")).isInstanceOf(Pasted.Unfit.class);
        assertThat(read(SHAPELY, "12.apps", "hush")).isInstanceOf(Pasted.Fit.class);
        assertThat(read(SHAPELY, "neither", "nor")).isInstanceOf(Pasted.Fit.class);
        assertThat(read(AppTerms.UNKNOWN, "hush", "12.apps")).isInstanceOf(Pasted.Fit.class);
        assertThat(read(AppTerms.UNKNOWN, "same", "same")).isInstanceOf(Pasted.Unfit.class);
    }

    @Test
    void where_pkce_alone_will_do_a_client_id_is_enough() {
        assertThat(Pasted.read(platform(SHAPELY), "12.apps", Optional.empty()))
                .isEqualTo(new Pasted.Fit("12.apps", Optional.empty()));
    }

    private static Pasted read(AppTerms terms, String id, String secret) {
        return Pasted.read(platform(terms), id, Optional.of(Secret.of(secret)));
    }

    private static ProviderDescriptor platform(AppTerms terms) {
        URI page = URI.create("https://somewhere.example/");
        return new ProviderDescriptor(
                new ProviderId("somewhere"),
                "Somewhere",
                page,
                page,
                List.of(),
                Set.of(Capability.PUBLIC_CLIENT),
                new GrantClass.NonRotating(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(1),
                List.of(),
                terms);
    }
}
