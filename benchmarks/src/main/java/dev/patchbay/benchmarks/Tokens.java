package dev.patchbay.benchmarks;

/** Tokens as long as Spotify's, which is all that matters about them here. */
final class Tokens {
    static final String ACCESS = "BQ" + "accessT0ken-".repeat(18);
    static final String SCOPE =
            "playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public";

    static String refresh(int number) {
        return "AQ%08d".formatted(number) + "refreshT0ken".repeat(10);
    }

    private Tokens() {}
}
