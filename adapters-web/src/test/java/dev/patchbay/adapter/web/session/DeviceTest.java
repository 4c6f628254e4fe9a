package dev.patchbay.adapter.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox on Linux",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0"
                        + " Safari/537.36|Chrome on Windows",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36"
                        + " Edg/142.0|Edge on Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile"
                        + " Safari/604.1|Safari on iPhone",
                "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36|Chrome on"
                        + " Android",
                "curl/8.14.1|curl",
                "Java-http-client/25|Java-http-client"
            })
    void browsers_and_clients_are_recognised(String agent, String device) {
        assertThat(Device.of(agent)).isEqualTo(device);
    }

    @Test
    void nonsense_is_not_repeated() {
        assertThat(Device.of("\u001b[31mred")).isEqualTo("Unknown device");
        assertThat(Device.of("<script>")).isEqualTo("Unknown device");
        assertThat(Device.of("a".repeat(500))).hasSize(40);
    }
}
