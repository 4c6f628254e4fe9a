package dev.patchbay.architecture.source;

import java.util.List;
import java.util.regex.Pattern;

/** The rules about words that stand in no tracked file. Written so that this file does not find itself. */
final class WordLaws {
    private static final Pattern LATER = Pattern.compile("\\b(TO[D]O|FIX[M]E)\\b");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.$}~/-])(/(work|root|home/\\w[\\w.-]*|Users/\\w[\\w.-]*)/|[A-Z]:\\\\+Users\\b)");
    private static final Pattern REGISTRY = Pattern.compile(
            "\\b(repo1?\\.maven\\.(org|apache\\.org)|(oss|central|s01\\.oss)\\.sonatype\\.\\w+|registry\\.(npmjs\\.org|yarnpkg\\.com)"
                + "|plugins\\.gradle\\.org|jitpack\\.io|proxy\\.golang\\.org|pypi\\.org|files\\.pythonhosted\\.org"
                + "|(artifactory|nexus)\\.\\w[\\w-]*\\.\\w+)\\b|\\.jfrog\\.io\\b");

    static final SourceLaw NOTHING_IS_LEFT_FOR_LATER = new SourceLaw(
            "no file has a note to do something later",
            "such notes are read by nobody; do it now, or open an issue and link to it",
            file -> file.linesThat(line -> LATER.matcher(line).find()),
            List.of(text("// TO" + "DO later"), text("# FIX" + "ME")));

    static final SourceLaw NO_TABS = new SourceLaw(
            "no file has tab characters",
            "they look different in every viewer; use spaces, or write a tab in a string as an escape",
            file -> file.linesThat(line -> line.indexOf('\t') >= 0),
            List.of(text("a\tb")));

    static final SourceLaw NO_MACHINE_PATHS = new SourceLaw(
            "no file has an absolute path of somebody's machine",
            "it works there only; write the path relative to the checkout, or read it from a setting",
            file -> file.linesThat(line -> MACHINE_PATH.matcher(line).find()),
            List.of(
                    text("cd /ro" + "ot/x"),
                    text("\"/wor" + "k/x\""),
                    text("see /ho" + "me/ann/x"),
                    text("C:\\U" + "sers")));

    static final SourceLaw NO_REGISTRY_HOSTS = new SourceLaw(
            "no file names the host of a package registry",
            "which registry or mirror is used is the builder's choice; leave it to their Maven or npm settings",
            file -> file.linesThat(line -> REGISTRY.matcher(line).find()),
            List.of(
                    text("<url>https://repo.mav" + "en.apache.org/maven2</url>"),
                    text("\"resolved\": \"https://registry.npm" + "js.org/a\""),
                    text("https://nex" + "us.example.com/")));

    private static SourceFile text(String line) {
        return new SourceFile("docs/a.txt", line + "\n");
    }

    private WordLaws() {}
}
