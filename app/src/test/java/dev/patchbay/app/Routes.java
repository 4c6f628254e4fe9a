package dev.patchbay.app;

import dev.patchbay.app.settings.EnvironmentSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Map;

/** Everything the service can be asked, as its own router has it: a new route is in it by itself. */
final class Routes {
    /** @param path with variables in braces */
    record Route(String method, String path) {}

    private Routes() {}

    static List<Route> of(Map<String, String> settings) {
        try (ApplicationContext parts = Patchbay.context(new EnvironmentSettings(settings))) {
            parts.start();
            return parts.getBean(Router.class)
                    .uriRoutes()
                    .map(route -> new Route(
                            route.getHttpMethodName(),
                            route.getUriMatchTemplate().toPathString()))
                    .distinct()
                    .toList();
        }
    }
}
