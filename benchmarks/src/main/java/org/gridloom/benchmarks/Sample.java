package org.gridloom.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** What the rounds gave for one side. */
record Sample(double[] values) {

    static Sample of(List<Double> values) {
        return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Round by round, so that a busy spell hits both sides of a ratio. */
    Sample over(Sample other) {
        return with(other, (mine, theirs) -> mine / theirs);
    }

    private Sample with(Sample other, DoubleBinaryOperator operator) {
        return new Sample(IntStream.range(0, values.length)
                .mapToDouble(i -> operator.applyAsDouble(values[i], other.values[i]))
                .toArray());
    }

    /** Median and spread. */
    String shown(String format) {
        double[] sorted = sorted();
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ")",
                median(),
                sorted[0],
                sorted[sorted.length - 1]);
    }
}
