package dev.patchbay.app.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.settings.GivenSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesTest {
    private static final Secret TOKEN = Secret.of("a-token-of-somebody");
    private static final ClientApp APP = new ClientApp(
            new ClientAppId(new ProviderId("deezer"), "id"),
            ClientApp.Kind.SHARED,
            Optional.empty(),
            URI.create("http://127.0.0.1/callback"));

    private final GuardedHttp http = new GuardedHttp(Clock.systemUTC());
    private final Map<String, String> values = new HashMap<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        http.close();
    }

    private Modules load() {
        return Modules.load(GivenSettings.strict(values), http, Clock.systemUTC(), folder);
    }

    private static MusicPlatform deezer(Modules modules) {
        return modules.platforms().stream()
                .filter(one -> one.id().equals(new ProviderId("deezer")))
                .findFirst()
                .orElseThrow();
    }

    private static String with(String place, String lines) {
        assertThat(MadePlugin.PLATFORM).contains(place);
        return MadePlugin.PLATFORM.replace(place, lines);
    }

    private void assertRefused(String jar, String... words) {
        try (Modules modules = load()) {
            assertThat(modules.refused()).singleElement().satisfies(one -> {
                assertThat(one.jar().getFileName().toString()).isEqualTo(jar);
                assertThat(one.why()).contains(words);
            });
            assertThat(modules.platforms()).extracting(one -> one.id().value()).contains("spotify");
        }
    }

    @Test
    void a_folder_that_is_not_there_is_no_trouble() {
        try (Modules modules =
                Modules.load(GivenSettings.strict(values), http, Clock.systemUTC(), folder.resolve("nowhere"))) {
            assertThat(modules.refused()).isEmpty();
            assertThat(modules.loaded()).extracting(LoadedModule::name).contains("Google", "Spotify");
        }
    }

    @Test
    void a_jar_in_the_folder_is_offered_beside_ours() throws IOException {
        Path jar = new MadePlugin(folder).named("deezer", MadePlugin.PLATFORM);

        try (Modules modules = load()) {
            assertThat(modules.refused()).isEmpty();
            assertThat(modules.loaded()).last().satisfies(module -> {
                assertThat(module.jar()).contains(jar);
                assertThat(module.providers()).containsExactly(new ProviderId("deezer"));
            });
        }
    }

    @Test
    void a_jar_for_another_version_is_refused_before_its_code_runs() throws IOException {
        String loud = with("/*OPEN*/", "")
                .replace(
                        "public String name()",
                        "static { if (true) throw new Error(\"ran\"); }\n public String name()");
        new MadePlugin(folder).named("later", loud, Optional.of("2"));

        assertRefused("later.jar", "version 2", "version 1");
    }

    @Test
    void a_jar_that_does_not_say_what_it_is_for_is_refused() throws IOException {
        new MadePlugin(folder).named("silent", MadePlugin.PLATFORM, Optional.empty());

        assertRefused("silent.jar", "Patchbay-Port");
    }

    @Test
    void a_file_that_is_no_jar_is_refused() throws IOException {
        Files.writeString(folder.resolve("text.jar"), "not a jar");

        assertRefused("text.jar", "cannot be read");
    }

    @Test
    void a_module_that_fails_is_refused_with_what_it_said() throws IOException {
        new MadePlugin(folder)
                .named("failing", with("/*OPEN*/", "if (true) throw new IllegalStateException(\"no luck\");"));

        assertRefused("failing.jar", "fails when it is opened", "no luck");
    }

    @Test
    void a_module_whose_classes_are_missing_is_refused() throws IOException {
        new MadePlugin(folder)
                .named("missing", with("/*OPEN*/", "dev.patchbay.usecase.provider.Providers.class.getName();"));

        assertRefused("missing.jar", "dev.patchbay.usecase.provider.Providers");
    }

    @Test
    void a_module_reads_no_setting_but_its_own() throws IOException {
        values.put("SPOTIFY_CLIENT_SECRET", "not for it");
        new MadePlugin(folder).named("curious", with("/*OPEN*/", "kit.settings().secret(\"SPOTIFY_CLIENT_SECRET\");"));

        assertRefused("curious.jar", "SPOTIFY_CLIENT_SECRET is not a setting of this module");
    }

    @Test
    void a_module_gets_no_app_but_its_own() throws IOException {
        String declared = ".withHosts(Set.of(\"api.deezer.example\"))";
        assertThat(MadePlugin.PLATFORM).contains(declared);
        for (String names : List.of(
                "new AppNames(\"DEEZER_CLIENT_ID\", \"SPOTIFY_CLIENT_SECRET\", Optional.empty())",
                "new AppNames(\"ENCRYPTION_KEY\", \"DEEZER_CLIENT_SECRET\", Optional.empty())")) {
            new MadePlugin(folder)
                    .named("sly", MadePlugin.PLATFORM.replace(declared, declared + ".withAppNames(" + names + ")"));
            assertRefused("sly.jar", "which is not a setting of its own");
        }
        String borrowed = "AppNames.usual(new ProviderId(\"deezer\")).or(new ProviderId(\"google\"))";
        new MadePlugin(folder)
                .named("sly", MadePlugin.PLATFORM.replace(declared, declared + ".withAppNames(" + borrowed + ")"));
        assertRefused("sly.jar", "the app of google");
    }

    @Test
    void a_module_cannot_take_the_settings_of_another_or_of_the_service() throws IOException {
        new MadePlugin(folder)
                .named("greedy", MadePlugin.PLATFORM.replace("Set.of(\"DEEZER\")", "Set.of(\"DEEZER\", \"SPOTIFY\")"));
        assertRefused("greedy.jar", "SPOTIFY_", "Spotify");

        Files.delete(folder.resolve("greedy.jar"));
        new MadePlugin(folder)
                .named("bold", MadePlugin.PLATFORM.replace("Set.of(\"DEEZER\")", "Set.of(\"DEEZER\", \"ENCRYPTION\")"));
        assertRefused("bold.jar", "ENCRYPTION_", "the service's");
    }

    @Test
    void a_host_that_no_descriptor_names_is_not_reached() throws IOException {
        new MadePlugin(folder)
                .named(
                        "wandering",
                        MadePlugin.PLATFORM.replace(
                                "URI.create(api + \"/me\")", "URI.create(\"https://elsewhere.example/me\")"));

        try (Modules modules = load()) {
            assertThat(deezer(modules).whoIs(APP, TOKEN))
                    .isInstanceOfSatisfying(WhoAnswer.Unavailable.class, answer -> assertThat(answer.why())
                            .contains("none of those that the provider declares"));
        }
    }

    @Test
    void a_host_that_the_operator_set_for_it_is_reached() throws IOException {
        values.put("DEEZER_API_URL", "http://127.0.0.1:9");
        new MadePlugin(folder).named("deezer", MadePlugin.PLATFORM);

        try (Modules modules = load()) {
            // Nobody listens on the port called discard: it was tried.
            assertThat(deezer(modules).whoIs(APP, TOKEN))
                    .isInstanceOfSatisfying(WhoAnswer.Unavailable.class, answer -> assertThat(answer.why())
                            .doesNotContain("declares"));
        }
    }

    @Test
    void what_a_plug_in_throws_is_its_own_outage() throws IOException {
        new MadePlugin(folder)
                .named(
                        "rude",
                        with(
                                "/*MORE*/",
                                "public WhoAnswer whoIs(dev.patchbay.domain.clientapp.ClientApp app, Secret token) {"
                                        + " throw new RuntimeException(token.reveal()); }"));

        try (Modules modules = load()) {
            assertThat(deezer(modules).whoIs(APP, TOKEN))
                    .isEqualTo(new WhoAnswer.Unavailable("the plug-in failed", Optional.empty()));
        }
    }

    @Test
    void a_plug_in_sees_the_port_and_nothing_else_of_us() throws IOException {
        new MadePlugin(folder)
                .named(
                        "nosy",
                        with(
                                "/*OPEN*/",
                                "try { Class.forName(\"dev.patchbay.app.Patchbay\"); throw new"
                                        + " IllegalStateException(\"seen\"); } catch (ClassNotFoundException e) { }"));

        try (Modules modules = load()) {
            assertThat(modules.refused()).isEmpty();
        }
    }

    @Test
    void of_two_plug_ins_for_one_provider_the_second_is_refused_and_told_of_the_first() throws IOException {
        new MadePlugin(folder).named("one", MadePlugin.PLATFORM);
        new MadePlugin(folder).named("two", MadePlugin.PLATFORM);

        assertRefused("two.jar", "DEEZER_", "Plug");
    }

    /** By what README says of settings: a word that is missing here could be claimed by a plug-in. */
    @Test
    void every_setting_of_the_service_begins_with_a_word_that_no_plug_in_may_have() throws IOException {
        Set<String> ours = new HashSet<>(ServicesOwn.WORDS);
        try (Modules modules = load()) {
            modules.loaded().forEach(module -> ours.addAll(module.settingsPrefixes()));
        }
        String readme = Files.readString(Path.of("../README.md"));
        String settings = readme.substring(readme.indexOf("\n## Settings"), readme.indexOf("\n## TLS"));
        Matcher rows = Pattern.compile("(?m)^\\| (`[A-Z][^|]*)\\|").matcher(settings);
        Set<String> strange = new TreeSet<>();
        int names = 0;
        while (rows.find()) {
            Matcher name = Pattern.compile("`([A-Z]+)(_[A-Z_<>]+)?`").matcher(rows.group(1));
            while (name.find()) {
                names++;
                if (!ours.contains(name.group(1))) {
                    strange.add(name.group());
                }
            }
        }
        assertThat(names).isGreaterThan(50);
        assertThat(strange).isEmpty();
    }
}
