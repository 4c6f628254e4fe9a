package dev.patchbay.domain.clientapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClientAppIdTest {

    private static final ProviderId SPOTIFY = new ProviderId("spotify");
    private static final AccountId ANN = AccountId.of(UUID.randomUUID());
    private static final AccountId BOB = AccountId.of(UUID.randomUUID());

    @Test
    void one_client_id_brought_by_two_people_names_two_apps_and_the_operators_is_a_third() {
        assertThat(List.of(own("abc", ANN), own("abc", BOB), new ClientAppId(SPOTIFY, "abc")))
                .doesNotHaveDuplicates()
                .extracting(ClientAppId::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_name_leads_back_to_its_app() {
        for (ClientAppId app : List.of(
                own("abc", ANN),
                own("a/b", ANN),
                new ClientAppId(SPOTIFY, "abc"),
                new ClientAppId(SPOTIFY, "mmp_/x"))) {
            assertThat(ClientAppId.named(SPOTIFY, app.name())).isEqualTo(app);
        }
    }

    @Test
    void no_client_id_of_the_operators_can_pass_for_somebodys_own_app() {
        assertThatThrownBy(() -> new ClientAppId(SPOTIFY, ANN + "/abc")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClientAppId.named(SPOTIFY, ANN + "/")).isInstanceOf(IllegalArgumentException.class);
    }

    private static ClientAppId own(String clientId, AccountId owner) {
        return new ClientAppId(SPOTIFY, clientId, Optional.of(owner));
    }
}
