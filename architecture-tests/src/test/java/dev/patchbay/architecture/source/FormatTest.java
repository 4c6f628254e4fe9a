package dev.patchbay.architecture.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One format for all sources, imports included. With {@code -Dformat=apply} the files are rewritten instead. */
class FormatTest {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    @Test
    void every_source_is_in_the_house_format() throws IOException {
        List<Misformed> misformed = Checkout.textFiles().parallelStream()
                .filter(SourceFile::isJava)
                .flatMap(file -> Misformed.of(file).stream())
                .sorted(Comparator.comparing(Misformed::path))
                .toList();
        if ("apply".equals(System.getProperty("format"))) {
            for (Misformed file : misformed) {
                Files.writeString(Checkout.root().resolve(file.path()), file.formatted());
                System.out.println("formatted " + file.path());
            }
        } else {
            assertThat(misformed)
                    .extracting(Misformed::path)
                    .as("sources not in the house format; run ./patchbay format")
                    .isEmpty();
        }
    }

    @Test
    void a_source_in_another_format_is_noticed_and_set_right() {
        SourceFile odd =
                new SourceFile("a/A.java", "import java.util.Set;\nimport java.util.List;\nclass A{List<String>a;}\n");
        assertThat(Misformed.of(odd))
                .contains(new Misformed("a/A.java", "import java.util.List;\n\nclass A {\n    List<String> a;\n}\n"));
    }

    private record Misformed(String path, String formatted) {
        static Optional<Misformed> of(SourceFile file) {
            try {
                String formatted = FORMATTER.formatSourceAndFixImports(file.text());
                return formatted.equals(file.text())
                        ? Optional.empty()
                        : Optional.of(new Misformed(file.path(), formatted));
            } catch (FormatterException e) {
                throw new AssertionError(file.path() + " cannot be parsed: " + e.getMessage(), e);
            }
        }
    }
}
