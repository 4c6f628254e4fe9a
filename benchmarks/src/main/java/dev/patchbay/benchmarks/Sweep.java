package dev.patchbay.benchmarks;

import java.io.IOException;
import java.time.Duration;

/**
 * The refresh sweep against the same client posting the same refreshes to the same token server, as many at a time, without
 * database and keys; in alternating rounds. No connection is renewed twice, because in service an hour lies between, after which
 * nobody remembers its data key.
 */
public final class Sweep {
    private static final int WARM_UPS = 3;
    private static final String SWEEP = "sweep";
    private static final String CLIENT = "client alone";

    /** @param args how many rounds, and refreshes in each; 9 and 8000 */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 9;
        int due = args.length > 1 ? Integer.parseInt(args[1]) : 8000;
        int size = (WARM_UPS + rounds) * due;
        try (var folder = BenchmarkFolder.open();
                var service = PopulatedService.start(folder.path(), SWEEP, size)) {
            Rounds results = new Rounds();
            for (int round = -WARM_UPS; round < rounds; round++) {
                Duration client = service.refreshes(due);
                Duration sweep = service.sweep((WARM_UPS + round) * due, due);
                if (round >= 0) {
                    results.add(CLIENT, due / (client.toNanos() / 1e9));
                    results.add(SWEEP, due / (sweep.toNanos() / 1e9));
                }
            }
            print(results);
        }
    }

    private static void print(Rounds results) {
        System.out.printf("%-14s %12s   (%d at a time)%n", "", "refreshes/s", PopulatedService.AT_A_TIME);
        System.out.printf("%-14s %12.0f%n", CLIENT, results.median(CLIENT));
        System.out.printf("%-14s %12.0f%n", SWEEP, results.median(SWEEP));
        System.out.printf("sweep / client alone: %.2f (budget: at least 0.50)%n", results.ratio(SWEEP, CLIENT));
    }

    private Sweep() {}
}
