package org.gridloom.platform.rest.internal.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.gridloom.platform.metric.Metric.Sample;

/** How long something took, counted by upper bounds. Adding never waits. */
final class Durations {

    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Durations() {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new LongAdder();
        }
    }

    void add(long took) {
        double seconds = took / NANOS;
        int bucket = 0;
        while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        nanos.add(took);
    }

    List<Sample> samples(Map<String, String> labels) {
        List<Sample> samples = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < buckets.length; i++) {
            sum += buckets[i].sum();
            Map<String, String> bound = new LinkedHashMap<>(labels);
            bound.put("le", i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf");
            samples.add(new Sample("_bucket", bound, sum));
        }
        samples.add(new Sample("_sum", labels, nanos.sum() / NANOS));
        samples.add(new Sample("_count", labels, sum));
        return samples;
    }
}
