package dev.patchbay.adapter.web.page;

import static dev.patchbay.adapter.web.page.ApiDocument.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.web.TestService;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.NextAction;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.usecase.refresh.Verdict;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {
    private final ApiDocument document = ApiDocument.read();

    @Test
    void every_route_is_in_the_document_and_every_path_of_it_is_a_route() {
        NavigableSet<String> served;
        try (TestService site = TestService.start()) {
            served = routes(site.context().getBean(Router.class));
        }
        assertThat(minus(served, document.routes()))
                .as("served, but not documented")
                .isEmpty();
        assertThat(minus(document.routes(), served))
                .as("documented, but not served; by adapters-telegram: its webhook")
                .containsExactly("POST /telegram/webhook");
    }

    @Test
    void every_reference_leads_somewhere_and_nothing_is_defined_in_vain() {
        NavigableSet<String> used = new TreeSet<>();
        document.walk((place, node) -> {
            if (node.get("$ref") instanceof String reference) {
                document.at(reference);
                used.add(reference);
            }
        });
        NavigableSet<String> defined = new TreeSet<>();
        map(document.root().get("components")).forEach((kind, parts) -> {
            if (!kind.equals("securitySchemes")) {
                map(parts).keySet().forEach(name -> defined.add("#/components/" + kind + "/" + name));
            }
        });
        assertThat(defined).isEqualTo(used);
    }

    @Test
    void every_example_is_true_to_its_schema() {
        List<String> wrong = new ArrayList<>();
        int[] seen = {0};
        document.walk((place, node) -> {
            if (!(node.get("schema") instanceof Map<?, ?> schema)) {
                return;
            }
            List<Object> examples = new ArrayList<>();
            if (node.containsKey("example")) {
                examples.add(node.get("example"));
            }
            if (node.get("examples") instanceof Map<?, ?> named) {
                named.values().forEach(one -> examples.add(map(one).get("value")));
            }
            seen[0] += examples.size();
            examples.forEach(example ->
                    document.problems(schema, example).forEach(problem -> wrong.add(place + ": " + problem)));
        });
        assertThat(wrong).isEmpty();
        assertThat(seen[0]).isGreaterThan(25);
    }

    @Test
    void the_problems_in_the_examples_have_the_statuses_of_their_codes() {
        document.walk((place, node) -> {
            if (node.get("example") instanceof Map<?, ?> example && example.containsKey("code")) {
                Code code = Code.valueOf(example.get("code").toString().toUpperCase(Locale.ROOT));
                assertThat(example.get("status"))
                        .as(place)
                        .isEqualTo(code.status().getCode());
                assertThat(example.get("title")).as(place).isEqualTo(code.title());
            }
        });
    }

    @Test
    void an_example_that_is_wrong_would_be_noticed() {
        Map<String, Object> schema = Map.of("$ref", "#/components/schemas/Problem");

        assertThat(document.problems(schema, Map.of("status", "404", "code", "nonsense", "extra", 1)))
                .contains("$ lacks requestId", "$.status is not integer", "$ has an undocumented extra")
                .anyMatch(problem -> problem.startsWith("$.code is not one of"));
    }

    @Test
    void the_words_of_the_api_are_all_documented() {
        assertThat(document.enumOf("ProblemCode")).isEqualTo(words(Code.values(), Code::word));
        assertThat(document.enumOf("Cause")).isEqualTo(words(Cause.values(), Cause::code));
        assertThat(document.enumOf("NextAction")).isEqualTo(words(NextAction.values(), NextAction::code));
        assertThat(document.enumOf("State")).isEqualTo(words(Verdict.State.values(), Verdict.State::code));
        assertThat(document.enumOf("Revocation")).isEqualTo(words(Revocation.values(), ApiDocumentTest::lowerCase));
        assertThat(document.enumOf("Event")).isEqualTo(words(Event.Kind.values(), ApiDocumentTest::lowerCase));
    }

    @Test
    void operations_have_names_of_their_own_and_a_summary() {
        List<Object> names = new ArrayList<>();
        document.walk((place, node) -> {
            if (node.containsKey("responses") && node.containsKey("tags")) {
                names.add(node.get("operationId"));
                assertThat(node.get("summary")).as(place).isNotNull();
            }
        });
        assertThat(names).doesNotContainNull().doesNotHaveDuplicates().hasSameSizeAs(document.routes());
    }

    private static NavigableSet<String> routes(Router router) {
        NavigableSet<String> routes = new TreeSet<>();
        router.uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .filter(route -> route.getHttpMethod() != HttpMethod.OPTIONS)
                .map(route -> ApiDocument.route(
                        route.getHttpMethodName(), route.getUriMatchTemplate().toPathString()))
                // What the pages load: files of theirs, not of the API.
                .filter(route -> !route.startsWith("GET /assets/"))
                .forEach(routes::add);
        return routes;
    }

    private static NavigableSet<String> minus(NavigableSet<String> some, NavigableSet<String> others) {
        NavigableSet<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static <E> Set<String> words(E[] values, Function<E, String> word) {
        return Arrays.stream(values).map(word).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
