package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /platforms/spotify/token} for a fresh token against two bare handlers of the same server, in alternating rounds.
 * The budget (design: hand-out at least 0.8 of the floor) is printed beside what was measured.
 */
public final class HandOut {
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration ROUND = Duration.ofSeconds(3);

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("patchbay-bench");
        try (BenchmarkService service = BenchmarkService.start(folder)) {
            Map<String, String> paths = new LinkedHashMap<>();
            paths.put("static JSON", "/benchmarks/static");
            paths.put("floor", "/benchmarks/floor/" + service.account());
            paths.put("hand-out", "/platforms/spotify/token");
            Load load = new Load(service.port(), CONNECTIONS);
            for (String path : paths.values()) {
                load.run(path, service.sessionToken(), WARM_UP);
            }
            Map<String, List<Load.Result>> results = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Map.Entry<String, String> measured : paths.entrySet()) {
                    results.computeIfAbsent(measured.getKey(), name -> new ArrayList<>())
                            .add(load.run(measured.getValue(), service.sessionToken(), ROUND));
                }
            }
            print(results);
        }
    }

    private static void print(Map<String, List<Load.Result>> results) {
        System.out.printf("%-12s %12s %10s %10s%n", "", "requests/s", "p50 ms", "p99 ms");
        results.forEach((name, rounds) -> System.out.printf(
                "%-12s %12.0f %10.2f %10.2f%n",
                name,
                median(rounds.stream().map(Load.Result::perSecond).toList()),
                median(rounds.stream().map(round -> round.percentileMillis(0.5)).toList()),
                median(rounds.stream()
                        .map(round -> round.percentileMillis(0.99))
                        .toList())));
        System.out.printf("hand-out / floor: %.2f (budget: at least 0.80)%n", ratio(results, "hand-out", "floor"));
        System.out.printf("hand-out / static JSON: %.2f%n", ratio(results, "hand-out", "static JSON"));
    }

    /** The median of the rounds' own ratios: what disturbs a round disturbs both its sides. */
    private static double ratio(Map<String, List<Load.Result>> results, String above, String below) {
        List<Double> ratios = new ArrayList<>();
        List<Load.Result> first = results.getOrDefault(above, List.of());
        List<Load.Result> second = results.getOrDefault(below, List.of());
        for (int round = 0; round < first.size(); round++) {
            ratios.add(first.get(round).perSecond() / second.get(round).perSecond());
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private HandOut() {}
}
