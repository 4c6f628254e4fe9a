package dev.patchbay.adapter.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.settings.GivenSettings;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantIssuersTest {
    private static MicrosoftSettings read(GivenSettings settings) {
        return MicrosoftSettings.read(settings);
    }

    private static MicrosoftSettings read(String authority) {
        return read(GivenSettings.strict(Map.of("MICROSOFT_AUTHORITY", authority)));
    }

    @Test
    void without_settings_it_is_the_real_microsoft_for_everybody() {
        MicrosoftSettings usual = read(GivenSettings.strict(Map.of()));

        assertThat(usual)
                .isEqualTo(new MicrosoftSettings(URI.create("https://login.microsoftonline.com"), new Door("common")));
        assertThat(usual.authority()).isEqualTo("https://login.microsoftonline.com/common");
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.microsoftonline.com/common, https://login.microsoftonline.com/{tenantid}/v2.0",
        "https://login.microsoftonline.com/organizations, https://login.microsoftonline.com/{tenantid}/v2.0",
        "https://login.microsoftonline.com/consumers/v2.0,"
                + " https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0",
        "https://login.microsoftonline.us/3F2A1C5E-7B8D-4E9F-A0B1-C2D3E4F50617,"
                + " https://login.microsoftonline.us/3f2a1c5e-7b8d-4e9f-a0b1-c2d3e4f50617/v2.0"
    })
    void the_metadata_name_the_template_or_the_tenant(String authority, String issuer) {
        MicrosoftSettings settings = read(authority);

        assertThat(new TenantIssuers(settings.place(), settings.door()).inMetadata())
                .isEqualTo(issuer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://login.microsoftonline.com/contoso.onmicrosoft.com", "https://login.microsoftonline.com"
            })
    void an_authority_that_names_no_tenant_by_its_id_is_told(String authority) {
        GivenSettings settings = GivenSettings.of(Map.of("MICROSOFT_AUTHORITY", authority));

        assertThat(read(settings).door()).isEqualTo(new Door("common"));
        assertThat(settings.problems())
                .singleElement()
                .asString()
                .startsWith("MICROSOFT_AUTHORITY must end in /common, /organizations, /consumers or the tenant's id");
    }
}
