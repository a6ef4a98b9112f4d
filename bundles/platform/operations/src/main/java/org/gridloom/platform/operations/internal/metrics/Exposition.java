package org.gridloom.platform.operations.internal.metrics;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridloom.platform.metric.Metric;
import org.gridloom.platform.metric.Metric.Sample;

/** Metrics as Prometheus reads them: text format, version 0.0.4. */
final class Exposition {

    private Exposition() {}

    static String of(Collection<Metric> metrics) {
        StringBuilder text = new StringBuilder();
        for (Metric metric : metrics) {
            text.append("# HELP ").append(metric.name()).append(' ');
            text.append(metric.help().replace("\\", "\\\\").replace("\n", "\\n"))
                    .append('\n');
            text.append("# TYPE ").append(metric.name()).append(' ');
            text.append(metric.type().name().toLowerCase(Locale.ROOT)).append('\n');
            metric.samples().forEach(sample -> append(text, metric, sample));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Metric metric, Sample sample) {
        text.append(metric.name()).append(sample.suffix()).append(labels(sample.labels()));
        text.append(' ').append(number(sample.value())).append('\n');
    }

    private static String labels(Map<String, String> labels) {
        return labels.isEmpty()
                ? ""
                : labels.entrySet().stream()
                        .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + '"')
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
