package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.party.OAuthParty;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Everybody that the sandbox plays for sign-in, at one service, as in the demo. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInsTest {
    private static final Map<String, Function<Sandbox, OAuthParty>> PARTIES = parties();

    @TempDir
    static Path folder;

    private World world;
    private Patchbay service;

    private static Map<String, Function<Sandbox, OAuthParty>> parties() {
        Map<String, Function<Sandbox, OAuthParty>> parties = new LinkedHashMap<>();
        parties.put("google", Sandbox::google);
        parties.put("microsoft", Sandbox::microsoft);
        parties.put("github", Sandbox::github);
        parties.put("telegram", Sandbox::telegramLogin);
        parties.put("sandbox", Sandbox::openId);
        return parties;
    }

    @BeforeAll
    void open() {
        world = World.usual();
        Map<String, String> settings = new HashMap<>(world.settings(folder));
        settings.putAll(SandboxSettings.ofSignIn(world.sandbox()));
        service = Patchbay.start(settings);
    }

    @AfterAll
    void close() {
        service.close();
        world.close();
    }

    private Browser signedIn(String provider) {
        Browser browser = new Browser(service.baseUrl());
        URI page = browser.begin("/auth/" + provider + "/login");
        browser.follow(PARTIES.get(provider).apply(world.sandbox()).approve(page, "ann"));
        return browser;
    }

    private static String account(Browser browser) {
        return String.valueOf(browser.get("/user/profile").data().get("id"));
    }

    private static Map<String, Object> method(Browser browser) {
        List<Map<String, Object>> methods = browser.get("/user/auth-providers").list();
        assertThat(methods).hasSize(1);
        return methods.getFirst();
    }

    @Test
    void all_of_them_are_offered() {
        List<Map<String, Object>> offered =
                new Browser(service.baseUrl()).get("/auth/providers").list();

        assertThat(offered).extracting(one -> one.get("id")).containsExactlyInAnyOrderElementsOf(PARTIES.keySet());
    }

    @Test
    void each_signs_ann_in_and_knows_her_again_and_none_takes_her_for_another_ones_ann() {
        Map<String, String> accounts = new HashMap<>();
        for (String provider : PARTIES.keySet()) {
            String account = account(signedIn(provider));
            assertThat(account).as(provider).startsWith("mmp_");
            assertThat(account(signedIn(provider))).as(provider).isEqualTo(account);
            accounts.put(provider, account);
        }

        assertThat(Set.copyOf(accounts.values())).hasSize(PARTIES.size());
    }

    @Test
    void each_says_whether_the_address_is_anns() {
        Map<String, Object> verified = PARTIES.keySet().stream()
                .collect(Collectors.toMap(provider -> provider, provider -> method(signedIn(provider))
                        .get("emailVerified")));

        assertThat(verified)
                .isEqualTo(
                        Map.of("google", true, "microsoft", true, "github", true, "telegram", false, "sandbox", true));
    }
}
