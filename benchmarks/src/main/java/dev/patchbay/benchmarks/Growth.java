package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a renewal and a hand-out cost with few and with very many connections in the table. The two databases are served in turns,
 * each time by a service just started: none has an advantage from what it remembers of the turn before.
 */
public final class Growth {
    private static final int CONNECTIONS = 32;
    private static final int SETTLING = 500;
    private static final int ACTIVE = 10_000;
    private static final int EVERYBODY = 60_000;
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final String FEW = "few";
    private static final String MANY = "many";

    private final Path folder;
    private final int due;
    private final Rounds results = new Rounds();

    private Growth(Path folder, int due) {
        this.folder = folder;
        this.due = due;
    }

    /** @param args how few, how many, how many renewals in each round, how many rounds; 10000, 1000000, 8000 and 5 */
    public static void main(String[] args) throws IOException, InterruptedException {
        int few = number(args, 0, 10_000);
        int many = number(args, 1, 1_000_000);
        int due = number(args, 2, 8000);
        int rounds = number(args, 3, 5);
        try (var folder = BenchmarkFolder.open()) {
            new Growth(folder.path(), due).visit(FEW, few);
            new Growth(folder.path(), due).visit(MANY, many);
            var growth = new Growth(folder.path(), due);
            for (int round = 0; round < rounds; round++) {
                growth.visit(FEW, few);
                growth.visit(MANY, many);
            }
            System.out.printf(
                    "%-28s %,12d %,12d   growth (budget: at most 1.20)%n", "µs for one, by connections", few, many);
            growth.print("renewal");
            growth.print("hand-out to 10,000 people");
            growth.print("hand-out to everybody");
        }
    }

    private static int number(String[] args, int at, int otherwise) {
        return args.length > at ? Integer.parseInt(args[at]) : otherwise;
    }

    private void visit(String which, int size) throws IOException, InterruptedException {
        try (var service = PopulatedService.start(folder, which, size)) {
            // Connections to the database, prepared statements and the like.
            service.sweep(due, SETTLING);
            Duration sweep = service.sweep(0, due);
            results.add(which + " renewal", sweep.toNanos() / 1e3 / due);
            handOut(service, which + " hand-out to 10,000 people", Math.min(size, ACTIVE));
            handOut(service, which + " hand-out to everybody", Math.min(size, EVERYBODY));
        }
    }

    /** People take turns, so that a cache which does not hold all of them holds none of those who come next. */
    private void handOut(PopulatedService service, String name, int people) throws IOException, InterruptedException {
        List<String> tokens = service.sessionTokens(people);
        var load = new Load(service.port(), CONNECTIONS);
        load.run("/platforms/spotify/token", tokens, ROUND);
        results.add(
                name, 1e6 / load.run("/platforms/spotify/token", tokens, ROUND).perSecond());
    }

    private void print(String what) {
        System.out.printf(
                "%-28s %12.1f %12.1f %8.2f%n",
                what,
                results.median(FEW + " " + what),
                results.median(MANY + " " + what),
                results.ratio(MANY + " " + what, FEW + " " + what));
    }
}
