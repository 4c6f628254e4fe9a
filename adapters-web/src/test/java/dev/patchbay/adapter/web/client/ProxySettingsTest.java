package dev.patchbay.adapter.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.settings.GivenSettings;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {

    private static ProxySettings with(String proxies) {
        return ProxySettings.read(GivenSettings.strict(Map.of("TRUSTED_PROXIES", proxies)));
    }

    @Test
    void nobody_is_trusted_unless_named() {
        ProxySettings usual = ProxySettings.read(GivenSettings.strict(Map.of()));
        assertThat(usual.trusts(InetAddress.getLoopbackAddress())).isFalse();
        assertThat(usual.header()).isEqualTo(ProxySettings.Header.X_FORWARDED_FOR);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.0.2.128/25, 192.0.2.129, true",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "10.0.0.0/8, ::a00:1, false",
        "loopback, 127.0.0.9, true",
        "loopback, ::1, true",
        "loopback, 10.0.0.1, false"
    })
    void blocks_of_both_families(String proxies, String address, boolean trusted) {
        assertThat(with(proxies).trusts(InetAddress.ofLiteral(address))).isEqualTo(trusted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "::/0",
                "10.0.0.0/33",
                "fd00::/129",
                "proxy.example",
                "10.0.0",
                "*",
                "10.0.0.0/",
                "10.0.0.0/7"
            })
    void what_is_no_block_or_everybody_is_refused(String proxies) {
        GivenSettings settings = GivenSettings.of(Map.of("TRUSTED_PROXIES", "loopback," + proxies));
        ProxySettings.read(settings);
        assertThat(settings.problems()).singleElement().asString().startsWith("TRUSTED_PROXIES");
    }

    @Test
    void only_two_headers_are_known() {
        GivenSettings settings = GivenSettings.of(Map.of("FORWARDED_HEADER", "X-Real-IP"));
        ProxySettings.read(settings);
        assertThat(settings.problems()).singleElement().asString().startsWith("FORWARDED_HEADER");
    }

    @Test
    void hops_are_taken_apart_as_the_standards_say() {
        assertThat(ForwardedFor.plain(List.of("1.1.1.1, 2.2.2.2", "3.3.3.3")))
                .containsExactly("1.1.1.1", "2.2.2.2", "3.3.3.3");
        assertThat(ForwardedFor.standard(List.of(
                        "for=192.0.2.43, For=\"[2001:db8:cafe::17]:4711\";proto=http;by=203.0.113.43",
                        "proto=https",
                        "for=\"a,b\"")))
                .containsExactly("192.0.2.43", "[2001:db8:cafe::17]:4711", "", "a,b");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "192.0.2.1:80, 192.0.2.1",
        "2001:db8::1, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "[2001:db8::1]:80, 2001:db8::1",
        "::ffff:192.0.2.1, 192.0.2.1"
    })
    void a_node_has_a_port_or_none(String node, String address) {
        assertThat(Addresses.parseNode(node)).contains(InetAddress.ofLiteral(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "_hidden",
                "localhost",
                "1",
                "127.1",
                "0x7f000001",
                "256.0.0.1",
                "fe80::1%lo",
                "[::1",
                "[]",
                ":",
                "1.1.1.1.1",
                "\u0661.1.1.1"
            })
    void anything_else_is_no_node(String node) {
        assertThat(Addresses.parseNode(node)).isEmpty();
    }
}
