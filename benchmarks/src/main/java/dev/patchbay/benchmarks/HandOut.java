package dev.patchbay.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code GET /platforms/spotify/token} for a fresh token against two bare handlers of the same server, in alternating rounds: as
 * fast as answers come, then at half of that rate. The budgets of the design are printed beside what was measured.
 */
public final class HandOut {
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 7;
    private static final int PACED_ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final String STATIC = "static JSON";
    private static final String FLOOR = "floor";
    private static final String HAND_OUT = "hand-out";

    private final BenchmarkService service;
    private final Load load;
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Rounds perSecond = new Rounds();
    private final Rounds p50 = new Rounds();
    private final Rounds p99 = new Rounds();
    private final Rounds pacedP99 = new Rounds();

    private HandOut(BenchmarkService service) {
        this.service = service;
        this.load = new Load(service.port(), CONNECTIONS);
        paths.put(STATIC, "/benchmarks/static");
        paths.put(FLOOR, "/benchmarks/floor/" + service.account());
        paths.put(HAND_OUT, "/platforms/spotify/token");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try (var folder = BenchmarkFolder.open();
                var service = BenchmarkService.start(folder.path())) {
            new HandOut(service).measure();
        }
    }

    private void measure() throws InterruptedException {
        for (String path : paths.values()) {
            load.run(path, service.sessionToken(), WARM_UP);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, String> measured : paths.entrySet()) {
                Load.Result result = load.run(measured.getValue(), service.sessionToken(), ROUND);
                perSecond.add(measured.getKey(), result.perSecond());
                p50.add(measured.getKey(), result.percentileMillis(0.5));
                p99.add(measured.getKey(), result.percentileMillis(0.99));
            }
        }
        double half = perSecond.median(HAND_OUT) / 2;
        for (int round = 0; round < PACED_ROUNDS; round++) {
            for (Map.Entry<String, String> measured : paths.entrySet()) {
                Load.Result result = load.paced(measured.getValue(), service.sessionToken(), ROUND, half);
                pacedP99.add(measured.getKey(), result.percentileMillis(0.99));
            }
        }
        print(half);
    }

    private void print(double half) {
        System.out.printf("%-12s %12s %10s %10s   p99 ms at %.0f/s%n", "", "requests/s", "p50 ms", "p99 ms", half);
        for (String name : paths.keySet()) {
            System.out.printf(
                    "%-12s %12.0f %10.2f %10.2f %10.2f%n",
                    name, perSecond.median(name), p50.median(name), p99.median(name), pacedP99.median(name));
        }
        System.out.printf("hand-out / floor: %.2f (budget: at least 0.80)%n", perSecond.ratio(HAND_OUT, FLOOR));
        System.out.printf("hand-out / static JSON: %.2f%n", perSecond.ratio(HAND_OUT, STATIC));
        System.out.printf(
                "p99 of hand-out / floor at half the rate: %.2f (budget: at most 3)%n",
                pacedP99.ratio(HAND_OUT, FLOOR));
    }
}
