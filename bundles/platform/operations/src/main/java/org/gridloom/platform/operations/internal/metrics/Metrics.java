package org.gridloom.platform.operations.internal.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gridloom.platform.metric.Metric;
import org.gridloom.platform.metric.Metric.Sample;
import org.gridloom.platform.metric.MetricSource;
import org.gridloom.platform.operations.internal.Permissions;
import org.gridloom.platform.security.Access;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The metrics of all bundles as one page. A source that fails is told of among them and spoils nothing else. */
@Component(service = Metrics.class)
public final class Metrics {

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

    private final Access access;
    private final List<MetricSource> sources = new CopyOnWriteArrayList<>();

    @Activate
    public Metrics(@Reference Access access) {
        this.access = access;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSource(MetricSource source) {
        sources.add(source);
    }

    public void removeSource(MetricSource source) {
        sources.remove(source);
    }

    public String scrape() {
        access.requireEverywhere(Permissions.METRICS);
        return text();
    }

    /** As {@link #scrape}, for the platform itself: asks nothing of a caller. */
    public String text() {
        Map<String, Metric> metrics = new LinkedHashMap<>();
        List<Sample> failed = new ArrayList<>();
        for (MetricSource source : sources) {
            try {
                source.metrics().forEach(metric -> metrics.merge(metric.name(), metric, Metrics::together));
            } catch (RuntimeException e) {
                LOG.debug("{} gives no metrics", source.getClass().getName(), e);
                failed.add(Sample.of(Map.of("source", source.getClass().getName()), 1));
            }
        }
        List<Metric> all = new ArrayList<>(metrics.values());
        all.add(Metric.gauge("gridloom_metric_source_failed", "Sources that gave nothing this time", failed));
        all.sort(Comparator.comparing(Metric::name));
        return Exposition.of(all);
    }

    /** A name may come only once. */
    private static Metric together(Metric one, Metric other) {
        List<Sample> samples = new ArrayList<>(one.samples());
        samples.addAll(other.samples());
        return new Metric(one.name(), one.type(), one.help(), samples);
    }
}
