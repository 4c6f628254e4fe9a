package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators are told, by a process with everything in it. */
class OverviewTest {
    private static final String OVERVIEW = "/operator/overview";

    @TempDir
    Path folder;

    @Test
    void an_operator_sees_renewals_that_an_earlier_process_counted_and_nobody_else_does() {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            Browser ann;
            Browser bob;
            try (Patchbay service = Patchbay.start(settings)) {
                ann = world.connected(service.baseUrl(), "ann");
                bob = world.signIn(service.baseUrl(), "bob");
                assertThat(ann.get(OVERVIEW).code()).isEqualTo("not_operator");
                assertThat(ann.post("/platforms/spotify/refresh", "{}").status())
                        .isEqualTo(200);
                settings.put(
                        "OPERATOR_ACCOUNTS",
                        String.valueOf(ann.get("/user/profile").data().get("id")));
            }
            try (Patchbay again = Patchbay.start(settings)) {
                assertThat(again.baseUrl()).isNotNull();
                Browser.Answer shown = ann.get(OVERVIEW);
                assertThat(shown.status()).as(shown.body()).isEqualTo(200);
                assertThat(renewed(shown)).isEqualTo(1);
                assertThat(shown.data()).containsEntry("processes", 1).containsEntry("certificate", null);
                assertThat(shown.body())
                        .contains("\"platform\":\"spotify\",\"kind\":\"shared\",\"state\":\"fine\"")
                        .doesNotContain("mmp_")
                        .doesNotContain("Lindqvist");
                assertThat(bob.get(OVERVIEW).code()).isEqualTo("not_operator");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static long renewed(Browser.Answer shown) {
        var renewals = (Map<String, List<Map<String, Map<String, Integer>>>>)
                shown.data().get("renewals");
        return renewals.getOrDefault("days", List.of()).stream()
                .mapToLong(day -> day.get("outcomes").get("renewed"))
                .sum();
    }
}
