package dev.patchbay.architecture.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MavenArrowsTest {
    static List<String> modules() {
        return Checkout.modules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_knows_only_what_the_walls_allow(String module) {
        Pom pom = Pom.read(Checkout.root().resolve(module).resolve("pom.xml"));
        assertThat(pom.artifactId())
                .as("a module's artifact is called like its folder")
                .isEqualTo(module);
        assertThat(MavenArrows.brokenBy(pom)).isEmpty();
    }

    @Test
    void every_folder_with_a_pom_is_a_module() {
        List<String> folders = Checkout.textFiles().stream()
                .map(SourceFile::path)
                .filter(path -> path.endsWith("/pom.xml"))
                .map(path -> path.substring(0, path.length() - "/pom.xml".length()))
                .toList();
        assertThat(Checkout.modules())
                .as("a folder that the parent pom does not list is never built; list it there, or delete it")
                .containsExactlyInAnyOrderElementsOf(folders);
    }

    @Test
    void what_the_parent_gives_to_every_module_is_annotations_and_tests() {
        assertThat(Pom.read(Checkout.root().resolve("pom.xml")).dependencies())
                .as("what the parent pom gives, core-domain has too; declare it in the modules that need it")
                .filteredOn(dependency -> !dependency.isForTests())
                .extracting(Pom.Dependency::groupId)
                .containsOnly("org.jspecify");
    }

    @ParameterizedTest
    @CsvSource({
        "core-domain, dev.patchbay, ports",
        "core-domain, com.fasterxml.jackson.core, jackson-databind",
        "ports, dev.patchbay, use-cases",
        "ports, jakarta.inject, jakarta.inject-api",
        "use-cases, dev.patchbay, adapters-oauth",
        "use-cases, io.micronaut, micronaut-context",
        "adapters-oauth, dev.patchbay, adapters-google",
        "adapters-spotify, dev.patchbay, adapters-google",
        "adapters-spotify, dev.patchbay, use-cases",
        "adapters-spotify, dev.patchbay, sandbox",
        "adapters-web, dev.patchbay, adapters-oauth",
        "adapters-web, ${project.groupId}, app",
        "adapters-telegram, dev.patchbay, adapters-web",
        "sandbox, dev.patchbay, core-domain",
    })
    void a_forbidden_arrow_is_noticed(String module, String groupId, String artifactId) {
        assertThat(MavenArrows.brokenBy(pom(module, groupId, artifactId, "compile")))
                .singleElement()
                .asString()
                .startsWith(module + "/pom.xml: " + artifactId + " (compile)");
    }

    @Test
    void tests_may_use_the_sandbox_but_never_app() {
        assertThat(MavenArrows.brokenBy(pom("adapters-spotify", "dev.patchbay", "sandbox", "test")))
                .isEmpty();
        assertThat(MavenArrows.brokenBy(pom("adapters-spotify", "dev.patchbay", "app", "test")))
                .hasSize(1);
    }

    @Test
    void a_module_without_a_place_is_asked_to_take_one() {
        assertThatThrownBy(() -> MavenArrows.brokenBy(pom("misc", "dev.patchbay", "ports", "compile")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ADR 0001");
    }

    private static Pom pom(String module, String groupId, String artifactId, String scope) {
        return Pom.parse("""
            <project>
              <artifactId>%s</artifactId>
              <profiles><profile><dependencies>
                <dependency><groupId>%s</groupId><artifactId>%s</artifactId><scope>%s</scope></dependency>
              </dependencies></profile></profiles>
            </project>
            """.formatted(module, groupId, artifactId, scope));
    }
}
