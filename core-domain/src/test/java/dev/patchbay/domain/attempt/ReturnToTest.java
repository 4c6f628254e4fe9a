package dev.patchbay.domain.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {

    private static final URI FRONTEND = URI.create("https://app.example");
    private static final List<URI> ALLOWED =
            List.of(URI.create("https://allowed.example"), URI.create("http://127.0.0.1:3000"));

    @ParameterizedTest
    @CsvSource({
        "/, https://app.example/",
        "/x/y?z=1, https://app.example/x/y?z=1",
        "/a/../b, https://app.example/b",
        "https://app.example/x, https://app.example/x",
        "https://app.example:443/x, https://app.example:443/x",
        "HTTPS://APP.EXAMPLE/x, HTTPS://APP.EXAMPLE/x",
        "https://allowed.example/back?a=b, https://allowed.example/back?a=b",
        "http://127.0.0.1:3000/back, http://127.0.0.1:3000/back"
    })
    void a_path_or_an_address_at_an_allowed_origin_is_accepted(String wish, String address) {
        assertThat(parse(wish)).contains(new ReturnTo(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%2f%2fevil.example",
                "/%2F/evil.example",
                "/%5cevil.example",
                "/%5c%5cevil.example",
                "/..//evil.example",
                "/.//evil.example",
                "/./..//evil.example",
                "/../../..//evil.example",
                "/%2e%2e//evil.example",
                "/x//evil.example",
                "/x/..//evil.example",
                "/;@evil.example",
                "/@evil.example",
                "/:80",
                "/.evil.example",
                "/https://evil.example",
                "/x?next=https://evil.example",
                "/x?next=//evil.example",
                "/?@evil.example/",
                "/%00",
                "/%09/evil.example",
                "/%0d%0aSet-Cookie:x",
                "/javascript:alert(1)",
                "https://app.example//evil.example",
                "https://app.example/..//evil.example",
                "https://app.example/@evil.example",
                "https://app.example?@evil.example",
                "https://app.example:/x"
            })
    void however_a_path_is_spelled_it_stays_at_the_frontend(String wish) {
        URI address = parse(wish).orElseThrow().address();

        assertThat(ReturnTo.sameOrigin(FRONTEND, address)).isTrue();
        assertThat(address.toString()).matches("https://app\\.example:?([/?].*)?");
        assertThat(ReturnTo.sameOrigin(FRONTEND, new ReturnTo(address).with("error", "x")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // no path of ours
                "",
                " ",
                "foo",
                "foo/bar",
                "./x",
                "../x",
                "?x=1",
                "#x",
                "app.example/x",
                "@app.example",
                // another authority without a scheme
                "//evil.example",
                "///evil.example",
                "////evil.example",
                "//evil.example/%2f..",
                "//app.example",
                "//evil.example:443",
                "//evil@app.example",
                "//[::1]",
                // back slashes, which browsers take for slashes
                "/\\evil.example",
                "\\/evil.example",
                "\\\\evil.example",
                "/\\/evil.example",
                "/x\\y",
                "https:\\\\evil.example",
                "https:/\\evil.example",
                "https://app.example\\@evil.example",
                "https://evil.example\\.app.example",
                // another host
                "https://evil.example",
                "HTTPS://EVIL.EXAMPLE/",
                "https://evil.example/app.example",
                "https://evil.example?app.example",
                "https://app.example.evil.example/",
                "https://evilapp.example/",
                "https://x.app.example/",
                "https://sub.allowed.example/",
                "https://allowed.example.evil.example/",
                "https://app",
                "https://app.example./",
                "https://localhost/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://127.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://app.example,evil.example/",
                "https://app_example/",
                // another scheme or port
                "http://app.example/",
                "http://app.example:443/",
                "https://app.example:80/",
                "https://app.example:8443/",
                "https://app.example:0/",
                "https://app.example:65979/",
                "https://app.example:99999999999/",
                "https://app.example:-1/",
                "https://app.example:abc/",
                "https://app.example:443:443/",
                "https://app.example:443@evil.example/",
                "http://allowed.example/",
                "http://127.0.0.1/",
                "http://127.0.0.1:3001/",
                "https://127.0.0.1:3000/",
                "http://localhost:3000/",
                "http://127.0.0.1:3000@evil.example/",
                "ftp://app.example/",
                "ws://app.example/",
                "file://app.example/etc/passwd",
                "file:///etc/passwd",
                "data://app.example/x",
                // user info
                "https://evil@app.example/",
                "https://user:pw@app.example/",
                "https://@app.example/",
                "https://:@app.example/",
                "https://app.example@evil.example/",
                "https://app.example%40evil.example/",
                "https://evil.example%2f@app.example/",
                // encoded and foreign letters in a host
                "https://app.example%2eevil.example/",
                "https://app%2eexample/",
                "https://app.example%00/",
                "https://app.example%0a/",
                "https://evil.example%23.app.example/",
                "https://аpp.example/",
                "https://app。example/",
                "https://app．example/",
                "https://ａpp.example/",
                "https://xn--pp-7ca.example/",
                "https://app.exampleⓔ/",
                // not hierarchical
                "https:evil.example",
                "https:app.example",
                "https:/app.example/x",
                "https:/evil.example",
                "https:///evil.example",
                "https:////evil.example",
                "https://",
                "https:",
                ":",
                "://app.example",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "javascript://app.example/%0aalert(1)",
                "java\tscript:alert(1)",
                "\tjavascript:alert(1)",
                "\u0001javascript:alert(1)",
                "data:text/html,<script>",
                "data:text/html;base64,x",
                "vbscript:x",
                "about:blank",
                "blob:https://app.example/x",
                "view-source:https://app.example/",
                "mailto:a@app.example",
                "intent://app.example/#Intent;end",
                "filesystem:https://app.example/x",
                // fragments, which would swallow what we append
                "/x#fragment",
                "https://app.example/x#",
                "https://app.example#@evil.example/",
                "https://evil.example#app.example",
                // what is no address at all
                "/a b",
                "/a\tb",
                "/a\nb",
                "/a\rb",
                "/\r\nSet-Cookie:x",
                "/\u0000",
                "/\u007f",
                "/\u0085",
                "/é",
                "/\u202e",
                "/\u2028",
                "/\ufeff",
                " /x",
                "/x ",
                "\u00a0/x",
                "/<script>",
                "/\"",
                "/{x}",
                "/|",
                "/^",
                "/`",
                "/%",
                "/%zz",
                "/%u2215",
                "/x?%",
                "\n//evil.example",
                "https://app.example /"
            })
    void whatever_leaves_the_site_or_is_no_address_is_refused(String wish) {
        assertThat(parse(wish)).isEmpty();
    }

    @Test
    void a_wish_has_1024_characters_at_most() {
        assertThat(parse("/" + "x".repeat(1023))).isPresent();
        assertThat(parse("/" + "x".repeat(1024))).isEmpty();
    }

    @Test
    void a_frontend_with_a_path_gives_its_origin_to_paths() {
        assertThat(ReturnTo.parse("/x", URI.create("https://app.example:8443/ui/"), List.of()))
                .contains(new ReturnTo(URI.create("https://app.example:8443/x")));
    }

    @Test
    void what_is_told_is_appended_to_what_is_asked_already() {
        assertThat(parse("/x").orElseThrow().with("handoff", "abc")).hasToString("https://app.example/x?handoff=abc");
        assertThat(parse("/x?a=b").orElseThrow().with("error", "e")).hasToString("https://app.example/x?a=b&error=e");
    }

    private static Optional<ReturnTo> parse(String wish) {
        return ReturnTo.parse(wish, FRONTEND, ALLOWED);
    }
}
