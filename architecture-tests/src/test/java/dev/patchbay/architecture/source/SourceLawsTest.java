package dev.patchbay.architecture.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourceLawsTest {
    private static final List<SourceFile> FILES = Checkout.textFiles();

    static List<SourceLaw> laws() {
        return List.of(
                SourceLaws.FILES_ARE_SHORT,
                SourceLaws.PROVIDERS_ARE_SHORT,
                SourceLaws.NAMES_SAY_WHAT_A_THING_IS_FOR,
                SourceLaws.PUBLIC_TYPES_MAKE_A_PROMISE,
                WordLaws.NOTHING_IS_LEFT_FOR_LATER,
                WordLaws.NO_TABS,
                WordLaws.NO_MACHINE_PATHS,
                WordLaws.NO_REGISTRY_HOSTS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void every_file_keeps(SourceLaw law) {
        assertThat(law.brokenBy(FILES)).as(law.advice()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void each_offender_is_caught_by(SourceLaw law) {
        assertThat(law.offenders()).as("%s: offenders", law).isNotEmpty().allSatisfy(offender -> assertThat(
                        law.brokenBy(List.of(offender)))
                .as(offender.path() + " should break: " + law)
                .isNotEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void a_blameless_file_keeps(SourceLaw law) {
        SourceFile blameless = new SourceFile(
                "adapters-a/src/main/java/A.java",
                "/** Reads a/work/x and https://a.example/root/b. */\npublic final class A extends OAuthPlatform {}\n");
        assertThat(law.brokenBy(List.of(blameless))).as(law.advice()).isEmpty();
    }

    @Test
    void the_sources_of_every_module_are_read() {
        assertThat(Checkout.modules())
                .isNotEmpty()
                .filteredOn(module ->
                        Files.isDirectory(Checkout.root().resolve(module).resolve("src")))
                .allSatisfy(module -> assertThat(FILES)
                        .anyMatch(file -> file.isJava() && file.path().startsWith(module + "/src/")));
    }
}
