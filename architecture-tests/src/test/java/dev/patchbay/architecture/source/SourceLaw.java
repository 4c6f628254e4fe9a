package dev.patchbay.architecture.source;

import java.util.List;
import java.util.function.Function;

/**
 * A rule about single files.
 *
 * @param sentence what holds
 * @param because the benefit, and the way out
 * @param findings what is wrong in a file, each with its place; empty when it keeps the rule
 * @param offenders files that break the rule, to prove that it bites
 */
record SourceLaw(
        String sentence, String because, Function<SourceFile, List<String>> findings, List<SourceFile> offenders) {
    List<String> brokenBy(List<SourceFile> files) {
        return files.stream().flatMap(file -> findings.apply(file).stream()).toList();
    }

    @Override
    public String toString() {
        return sentence;
    }

    String advice() {
        return sentence + ", because " + because;
    }
}
