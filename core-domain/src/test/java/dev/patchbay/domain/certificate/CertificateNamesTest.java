package dev.patchbay.domain.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.domain.certificate.CertificateName.Dns;
import dev.patchbay.domain.certificate.CertificateName.Ip;
import dev.patchbay.domain.certificate.CertificateNames.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNamesTest {

    @Test
    void several_names_are_kept_once_each_in_their_order() {
        assertThat(CertificateNames.read(
                        " Music.Example, www.music.example;music.example.\n192.0.2.7 [2001:DB8::0:1] "))
                .isEqualTo(new Reading.Good(new CertificateNames(List.of(
                        new Dns("music.example"),
                        new Dns("www.music.example"),
                        new Ip("192.0.2.7"),
                        new Ip("2001:db8::1")))));
    }

    @Test
    void names_in_any_language_become_a_labels() {
        assertThat(CertificateNames.of("m\u00fcsik.example").first().value()).isEqualTo("xn--msik-0ra.example");
        assertThat(CertificateNames.of("XN--MSIK-0RA.example")).isEqualTo(CertificateNames.of("m\u00fcsik.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "*.music.example, wildcard",
        "https://music.example, URL",
        "music.example/app, URL",
        "music.example:443, port",
        "fa\u00df.example, A-labels",
        "mu_sic.example, not the name",
        "-music.example, not the name",
        "music-.example, not the name",
        "music..example, not the name",
        "music.example.., not the name",
        "1.2.3, not the name",
        "1.2.3.256, not the name",
        "1.2.3.04, not the name",
        "2001:db8::1::2, port",
        "1:2:3:4:5:6:7:8:9, port",
        "1:2:3:4:5:6:7::8, port",
        "fe80::1%eth0, port",
        "g::1, port",
        "., not the name",
    })
    void what_is_no_name_is_told_with_a_reason(String written, String reason) {
        assertThat(CertificateNames.read("good.example, " + written))
                .isInstanceOfSatisfying(Reading.Bad.class, bad -> assertThat(bad.why())
                        .contains("'" + written + "'")
                        .contains(reason)
                        .doesNotContain("good.example"));
    }

    @Test
    void there_is_at_least_one_and_not_too_many_and_none_is_too_long() {
        assertThat(CertificateNames.read(" ,; ")).isInstanceOf(Reading.Bad.class);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < CertificateNames.MOST; i++) {
            many.append("h").append(i).append(".example ");
        }
        assertThat(CertificateNames.read(many.toString())).isInstanceOf(Reading.Good.class);
        assertThat(CertificateNames.read(many + "more.example")).isInstanceOf(Reading.Bad.class);
        String label = "a".repeat(63);
        assertThat(CertificateNames.read(label + ".example")).isInstanceOf(Reading.Good.class);
        assertThat(CertificateNames.read(label + "a.example")).isInstanceOf(Reading.Bad.class);
        assertThat(CertificateNames.read(String.join(".", label, label, label, label)))
                .isInstanceOf(Reading.Bad.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new CertificateNames(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "1:0:0:0:0:0:0:0, 1::",
        "2001:0DB8:0000:0000:0001:0000:0000:0001, 2001:db8::1:0:0:1",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
        "2001:db8::, 2001:db8::",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    })
    void an_address_is_written_in_one_way(String written, String canonical) {
        assertThat(CertificateNames.of(written).all()).containsExactly(new Ip(canonical));
        assertThat(CertificateNames.of(canonical)).isEqualTo(CertificateNames.of(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Music.example", "music.example.", "*.example", "192.0.2.7", ""})
    void a_name_is_made_of_its_plain_form_only(String other) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Dns(other));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ip("2001:DB8::1"));
    }

    @Test
    void an_address_is_in_brackets_in_a_url() {
        assertThat(new Ip("2001:db8::1").inUrl()).isEqualTo("[2001:db8::1]");
        assertThat(new Ip("192.0.2.7").inUrl()).isEqualTo("192.0.2.7");
        assertThat(new Dns("music.example").inUrl()).isEqualTo("music.example");
        assertThat(CertificateNames.of("music.example", "::1").hasAddress()).isTrue();
        assertThat(CertificateNames.of("music.example").hasAddress()).isFalse();
    }
}
