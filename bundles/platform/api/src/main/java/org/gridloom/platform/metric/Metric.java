package org.gridloom.platform.metric;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A metric as Prometheus understands it.
 *
 * @param name {@code gridloom_<capability>_<what>}, with the unit at the end ({@code _seconds}, {@code _bytes}), of a
 *     counter {@code _total} after it
 * @param help what it is, one English sentence
 * @param samples its values by labels; of labels no personal data, and no more than some hundred combinations
 */
public record Metric(String name, Type type, String help, List<Sample> samples) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** How a value behaves. */
    public enum Type {
        /** Goes up and down. */
        GAUGE,
        /** Only grows, until the node is started anew. */
        COUNTER,
        /** Sums by upper bound ({@code _bucket} with the label {@code le}), with {@code _sum} and {@code _count}. */
        HISTOGRAM
    }

    /**
     * A value.
     *
     * @param suffix after the metric's name; empty but for histograms
     * @param labels by name, in the order of the map
     */
    public record Sample(String suffix, Map<String, String> labels, double value) {

        public static Sample of(Map<String, String> labels, double value) {
            return new Sample("", labels, value);
        }
    }

    public Metric {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(help, "help");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a metric's name: " + name);
        }
        samples = List.copyOf(samples);
    }

    public static Metric gauge(String name, String help, double value) {
        return new Metric(name, Type.GAUGE, help, List.of(Sample.of(Map.of(), value)));
    }

    public static Metric gauge(String name, String help, List<Sample> samples) {
        return new Metric(name, Type.GAUGE, help, samples);
    }

    public static Metric counter(String name, String help, double value) {
        return new Metric(name, Type.COUNTER, help, List.of(Sample.of(Map.of(), value)));
    }

    public static Metric counter(String name, String help, List<Sample> samples) {
        return new Metric(name, Type.COUNTER, help, samples);
    }
}
