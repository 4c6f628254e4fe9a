package dev.patchbay.architecture.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WallsTest {
    /** Every constant of these classes, so that a new law cannot be forgotten here. */
    static List<Law> laws() {
        return Stream.of(LayerLaws.class, PurityLaws.class, SecretLaws.class)
                .flatMap(holder -> Arrays.stream(holder.getDeclaredFields()))
                .filter(field -> field.getType() == Law.class)
                .map(field -> {
                    try {
                        return (Law) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void our_classes_keep(Law law) {
        EvaluationResult result = law.rule().evaluate(OurClasses.ALL);
        if (result.hasViolation()) {
            fail(result.getFailureReport().toString());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void every_package_has_classes_that_is_named_by(Law law) {
        assertThat(law.packages()).isNotEmpty();
        assertThat(law.emptyPackages())
                .as(
                        "packages without classes, so that '%s' would pass for ever;"
                                + " build the module (mvn verify), or correct the name in the law",
                        law)
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void each_offender_is_caught_by(Law law) {
        String complaints = String.join(
                "\n",
                law.rule().evaluate(OurClasses.OFFENDERS).getFailureReport().getDetails());
        assertThat(law.dueComplaints())
                .as("each law has an offender that proves it bites")
                .isNotEmpty()
                .allSatisfy(due -> assertThat(complaints).containsPattern(due));
    }

    @Test
    void what_is_excused_as_harmless_is_still_there() {
        assertThat(OurClasses.ALL.stream()
                        .filter(Walls.within(Walls.CORE))
                        .flatMap(one -> PlainSecrets.all(OurClasses.load(one.getName()))))
                .as("an excuse for something that has gone would excuse its successor; delete it from"
                        + " PlainSecrets.HARMLESS")
                .containsAll(PlainSecrets.HARMLESS.keySet());
    }
}
