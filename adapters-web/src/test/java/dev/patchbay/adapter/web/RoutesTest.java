package dev.patchbay.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nobody has to remember to protect a path: what is not on this list of public ones asks who it is. */
class RoutesTest {
    private static final Set<String> PUBLIC = Set.of(
            "GET /auth/providers",
            "POST /auth/{provider}/login",
            "GET /auth/{provider}/callback",
            "POST /auth/chat",
            "POST /auth/chat/session",
            "POST /auth/session",
            "POST /auth/logout",
            "GET /platforms",
            "GET /platforms/{platform}/callback",
            "GET /.well-known/jwks.json",
            "GET /.well-known/acme-challenge/{token}");

    /** Of the other part of this module. */
    private static final Set<String> PAGES = Set.of("/", "/docs", "/openapi.yaml", "/sign-in/chat");

    /** Pages of members: strangers are sent home, where they can sign in. */
    private static final Set<String> MEMBERS_PAGES = Set.of("/account", "/apps/{platform}", "/operator");

    @Test
    void every_route_is_public_on_purpose_or_refuses_strangers() {
        try (TestService service = TestService.start()) {
            Set<String> routes = service.context()
                    .getBean(Router.class)
                    .uriRoutes()
                    .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                    .filter(route -> !isPage(route))
                    .map(route -> route.getHttpMethodName() + " "
                            + route.getUriMatchTemplate().toPathString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(routes).containsAll(PUBLIC).hasSizeGreaterThan(30);
            for (String page : MEMBERS_PAGES) {
                assertThat(routes).contains("GET " + page);
                assertThat(service.client()
                                .get(page.replaceAll("\\{[^}]*}", "spotify"))
                                .header("Location"))
                        .isEqualTo(TestService.HOME);
            }
            for (String route : routes) {
                if (!PUBLIC.contains(route) && !MEMBERS_PAGES.contains(route.substring(route.indexOf(' ') + 1))) {
                    String[] parts = route.split(" ", -1);
                    String path = parts[1].replaceAll("\\{[^}]*}", "spotify");
                    service.client().send(parts[0], path, null).isProblem(401, "unauthenticated");
                    service.client()
                            .bearing("forged")
                            .send(parts[0], path, null)
                            .isProblem(401, "unauthenticated");
                }
            }
        }
    }

    private static boolean isPage(UriRouteInfo<?, ?> route) {
        String path = route.getUriMatchTemplate().toPathString();
        return PAGES.contains(path) || path.startsWith("/assets/");
    }
}
