package dev.patchbay.architecture.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A text file of the checkout.
 *
 * @param path relative to the root, with {@code /} between the parts
 */
record SourceFile(String path, String text) {
    /** Empty for a file that is not UTF-8 text, or that has just gone. */
    static Optional<SourceFile> read(Path root, Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String path = root.relativize(file).toString().replace('\\', '/');
            return text.indexOf('\0') < 0 ? Optional.of(new SourceFile(path, text)) : Optional.empty();
        } catch (CharacterCodingException | NoSuchFileException notText) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isMain() {
        return isJava() && path.contains("/src/main/java/");
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /** {@code path:number: line} of each line that the predicate accepts. */
    List<String> linesThat(Predicate<String> matches) {
        List<String> lines = lines();
        return IntStream.range(0, lines.size())
                .filter(i -> matches.test(lines.get(i)))
                .mapToObj(i -> path + ":" + (i + 1) + ": " + lines.get(i).strip())
                .toList();
    }
}
