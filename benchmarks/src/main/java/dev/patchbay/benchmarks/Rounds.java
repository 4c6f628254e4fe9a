package dev.patchbay.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures of things measured in alternating rounds, by name. Only ratios within one run mean something. */
final class Rounds {
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    void add(String name, double figure) {
        figures.computeIfAbsent(name, first -> new ArrayList<>()).add(figure);
    }

    double median(String name) {
        return median(of(name));
    }

    /** The median of the rounds' own ratios: what disturbs a round disturbs both its sides. */
    double ratio(String above, String below) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < of(above).size(); round++) {
            ratios.add(of(above).get(round) / of(below).get(round));
        }
        return median(ratios);
    }

    private List<Double> of(String name) {
        return figures.getOrDefault(name, List.of());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
