package dev.patchbay.architecture.source;

import java.util.List;
import java.util.regex.Pattern;

/** The rules about what a reader meets first: size, name, promise. */
final class SourceLaws {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_PROVIDER = 120;
    private static final Pattern PROVIDER = Pattern.compile(
            "\\bextends\\s+(OAuthPlatform|OpenIdProvider)\\b|\\bimplements\\s[^{]*\\b(MusicPlatform|IdentityProvider)\\b");
    private static final Pattern EMPTY_NAME = Pattern.compile("\\w*(Utils?|Helpers?|Managers?|Impl|Dtos?|DTO)\\.java");

    static final SourceLaw FILES_ARE_SHORT = new SourceLaw(
            "a main source has at most " + LONGEST_FILE + " lines",
            "a file well past that is usually two ideas; give the second one a name and a file of its own",
            file -> file.isMain() ? longerThan(LONGEST_FILE, file) : List.of(),
            List.of(new SourceFile("app/src/main/java/Long.java", "\n".repeat(LONGEST_FILE + 1))));

    static final SourceLaw PROVIDERS_ARE_SHORT = new SourceLaw(
            "a provider's file has at most " + LONGEST_PROVIDER + " lines",
            "a newcomer adds a provider in an afternoon; move what is common to adapters-oauth (ADR 0003), and what is"
                    + " data to a file of facts beside it",
            file -> file.isMain() && file.path().startsWith("adapters-") && isProvider(file)
                    ? longerThan(LONGEST_PROVIDER, file)
                    : List.of(),
            List.of(
                    provider("class A extends OAuthPlatform {"),
                    provider("class A extends OpenIdProvider {"),
                    provider("class A\n        implements Other, MusicPlatform {")));

    static final SourceLaw NAMES_SAY_WHAT_A_THING_IS_FOR = new SourceLaw(
            "no file is called Util, Helper, Manager, Impl or Dto",
            "such a name fits anything, so anything moves in; name the role (PkceVerifier.challenge(), JdbcConnections,"
                    + " ConnectionResponse), see CONTRIBUTING",
            file -> EMPTY_NAME.matcher(file.name()).matches() ? List.of(file.path()) : List.of(),
            List.of(
                    named("OAuthUtil"),
                    named("StringUtils"),
                    named("ConnectionsImpl"),
                    named("TokenManager"),
                    named("AppDto")));

    static final SourceLaw PUBLIC_TYPES_MAKE_A_PROMISE = new SourceLaw(
            "a public type and a package say in Javadoc what they promise",
            "what is public is a front door and others build on it; write the promise, or take 'public' away",
            file -> file.isMain() ? Undocumented.in(file) : List.of(),
            List.of(
                    new SourceFile(
                            "ports/src/main/java/A.java", "// no promise\n@Deprecated\npublic final class A {}\n"),
                    new SourceFile(
                            "ports/src/main/java/B.java", "/** B. */\npublic class B {\n    public enum C {}\n}\n"),
                    new SourceFile("ports/src/main/java/package-info.java", "package a;\n")));

    private static boolean isProvider(SourceFile file) {
        return !file.path().startsWith("adapters-oauth/")
                && PROVIDER.matcher(file.text()).find();
    }

    private static List<String> longerThan(int most, SourceFile file) {
        int lines = file.lines().size();
        return lines > most ? List.of(file.path() + ": " + lines + " lines") : List.of();
    }

    private static SourceFile provider(String head) {
        return new SourceFile("adapters-a/src/main/java/A.java", head + "\n".repeat(LONGEST_PROVIDER + 1));
    }

    private static SourceFile named(String type) {
        return new SourceFile("app/src/test/java/" + type + ".java", "");
    }

    private SourceLaws() {}
}
