package dev.patchbay.adapter.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.port.settings.GivenSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcSettingsTest {
    private static final Map<String, String> WHOLE = Map.of(
            "OIDC_HOME_ISSUER", "https://id.example/application/o/music/",
            "OIDC_HOME_CLIENT_ID", "patchbay",
            "OIDC_HOME_CLIENT_SECRET_FILE", "/run/secrets/home");

    private static List<String> problems(Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(WHOLE);
        all.putAll(changes);
        all.values().removeIf(String::isEmpty);
        GivenSettings settings = GivenSettings.of(all);
        OidcSettings.read(settings);
        return settings.problems();
    }

    @Test
    void without_settings_there_is_none() {
        assertThat(OidcSettings.read(GivenSettings.strict(Map.of("OIDCX_ISSUER", "no"))))
                .isEmpty();
    }

    @Test
    void an_issuer_an_id_and_a_secret_are_enough_and_the_issuer_is_kept_to_the_letter() {
        assertThat(OidcSettings.read(GivenSettings.strict(WHOLE)))
                .containsExactly(new OidcSettings(
                        new ProviderId("home"),
                        "https://id.example/application/o/music/",
                        "Home",
                        Scopes.of("openid", "email", "profile")));
    }

    @Test
    void several_stand_side_by_side_each_with_a_name_and_scopes_of_its_own() {
        Map<String, String> all = new HashMap<>(WHOLE);
        all.putAll(Map.of(
                "OIDC_WORK2_ISSUER", "https://work.example",
                "OIDC_WORK2_CLIENT_ID", "patchbay",
                "OIDC_WORK2_CLIENT_SECRET", "secret",
                "OIDC_WORK2_DISPLAY_NAME", "Work & Co.",
                "OIDC_WORK2_SCOPES", "openid  groups",
                "OIDC_WORK2_REDIRECT_URI", "https://music.example/auth/work2/callback"));

        assertThat(OidcSettings.read(GivenSettings.strict(all)))
                .extracting(OidcSettings::id, OidcSettings::displayName)
                .containsExactly(tuple(new ProviderId("home"), "Home"), tuple(new ProviderId("work2"), "Work & Co."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OIDC_HOME_ISSUER | '' | OIDC_HOME_ISSUER is missing",
                "OIDC_HOME_ISSUER | id.example | OIDC_HOME_ISSUER",
                "OIDC_HOME_CLIENT_ID | '' | OIDC_HOME_CLIENT_ID is missing",
                "OIDC_HOME_SCOPES | email profile | OIDC_HOME_SCOPES must be scopes",
                "OIDC_HOME_SCOPES | openid \"a\" | OIDC_HOME_SCOPES must be scopes",
                "OIDC_MY_IDP_ISSUER | https://id.example | OIDC_MY_IDP_ISSUER is none",
                "OIDC_home_ISSUER | https://id.example | OIDC_home_ISSUER is none",
                "OIDC_X_ISSUER | https://id.example | OIDC_X_ISSUER is none",
                "OIDC_HOME_ISUER | https://id.example | OIDC_HOME_ISUER is none"
            })
    void what_is_wrong_is_told_by_name(String name, String value, String problem) {
        assertThat(problems(Map.of(name, value, "OIDC_HOME_CLIENT_SECRET_FILE", "")))
                .anyMatch(told -> told.startsWith(problem));
    }

    @Test
    void all_of_it_is_told_at_once() {
        assertThat(problems(Map.of(
                        "OIDC_A1_CLIENT_ID", "lonely",
                        "OIDC_B1_ISSUER", "no address",
                        "OIDC_C-1_ISSUER", "https://id.example")))
                .hasSize(4);
    }
}
