package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.usecase.audit.ChainActivity;
import dev.patchbay.usecase.audit.VerifyAudit;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two accounts of one person become one, over HTTP and on a real database. */
class MergeTest {

    @TempDir
    private Path folder;

    @Test
    void what_was_connected_in_one_account_is_lent_from_the_other_and_all_trails_stay_sound() {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            merged(world, settings);

            var again = new EnvironmentSettings(settings);
            try (ApplicationContext context = Patchbay.context(again).start()) {
                new StartUp(context, again, Set.of()).openStore();
                context.getBean(ChainActivity.class).run();
                assertThat(context.getBean(VerifyAudit.class)
                                .verify(Optional.empty())
                                .broken())
                        .isEmpty();
            }
        }
    }

    private static void merged(World world, Map<String, String> settings) {
        try (Patchbay service = Patchbay.start(settings)) {
            Browser bob = world.connected(service.baseUrl(), "bob");
            String bobs = idOf(bob);
            Browser ann = world.signIn(service.baseUrl(), "ann");
            String anns = idOf(ann);

            assertThat(prove(world, ann, "bob")).hasParameter("merge", "google");
            Map<String, Object> preview = ann.get("/user/merge").data();
            assertThat(idIn(preview, "kept")).isEqualTo(anns);
            assertThat(idIn(preview, "ended")).isEqualTo(bobs);
            assertThat(bob.get("/platforms/spotify/token").status()).isEqualTo(200);

            Browser.Answer done = confirm(ann, preview);

            assertThat(done.status()).isEqualTo(200);
            assertThat(done.data()).containsEntry("account", anns).containsEntry("signedOut", false);
            assertThat(ann.accessToken()).isNotEmpty();
            assertThat(bob.get("/user/profile").status()).isEqualTo(401);
            assertThat(ann.get("/user/merge").code()).isEqualTo("nothing_to_merge");
            assertThat(ann.get("/user/activity").list()).anySatisfy(event -> assertThat(event)
                    .containsEntry("event", "account_merged")
                    .containsEntry("detail", bobs));
            // The sign-in that there was no room for leads to an account of its own.
            assertThat(idOf(world.signIn(service.baseUrl(), "bob"))).isNotIn(anns, bobs);
        }
    }

    @Test
    void the_other_account_can_be_kept_and_then_this_session_is_over() {
        try (World world = World.usual();
                Patchbay service = world.start(folder)) {
            Browser bob = world.signIn(service.baseUrl(), "bob");
            Browser ann = world.connected(service.baseUrl(), "ann");
            prove(world, ann, "bob");
            Map<String, Object> preview =
                    ann.get("/user/merge?keep=other&methods=google").data();
            assertThat(confirm(ann, preview).code()).isEqualTo("merge_changed");

            Browser.Answer done = ann.post(
                    "/user/merge/confirm",
                    "{\"preview\":\"%s\",\"keep\":\"other\",\"methods\":[\"google\"]}"
                            .formatted(preview.get("preview")));

            assertThat(done.data())
                    .containsEntry("account", idIn(preview, "kept"))
                    .containsEntry("signedOut", true);
            assertThat(ann.get("/user/profile").status()).isEqualTo(401);
            assertThat(bob.get("/user/profile").status()).isEqualTo(401);
            Browser again = world.signIn(service.baseUrl(), "ann");
            assertThat(idOf(again)).isEqualTo(idIn(preview, "kept"));
            assertThat(again.accessToken()).isNotEmpty();
        }
    }

    @Test
    void a_withdrawn_proof_and_a_foreign_session_merge_nothing() {
        try (World world = World.usual();
                Patchbay service = world.start(folder)) {
            Browser ann = world.signIn(service.baseUrl(), "ann");
            assertThat(prove(world, ann, "bob").getQuery()).isEqualTo("error=nobody_to_merge");
            assertThat(prove(world, ann, "ann").getQuery()).isEqualTo("error=same_account");
            world.signIn(service.baseUrl(), "bob");
            prove(world, ann, "bob");
            Map<String, Object> preview = ann.get("/user/merge").data();
            assertThat(confirm(world.signIn(service.baseUrl(), "ann"), preview).status())
                    .isEqualTo(404);

            assertThat(ann.delete("/user/merge").status()).isEqualTo(204);

            assertThat(confirm(ann, preview).code()).isEqualTo("nothing_to_merge");
        }
    }

    private static URI prove(World world, Browser browser, String person) {
        Browser.Answer begun = browser.post("/user/merge", "{\"provider\":\"google\"}");
        URI there = URI.create(String.valueOf(begun.data().get("authUrl")));
        return browser.follow(world.sandbox().google().approve(there, person));
    }

    private static Browser.Answer confirm(Browser browser, Map<String, Object> preview) {
        return browser.post("/user/merge/confirm", "{\"preview\":\"%s\"}".formatted(preview.get("preview")));
    }

    private static String idOf(Browser browser) {
        return String.valueOf(browser.get("/user/profile").data().get("id"));
    }

    private static String idIn(Map<String, Object> preview, String side) {
        return preview.get(side) instanceof Map<?, ?> account ? String.valueOf(account.get("id")) : "";
    }
}
