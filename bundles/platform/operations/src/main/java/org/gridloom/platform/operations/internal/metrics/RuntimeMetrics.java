package org.gridloom.platform.operations.internal.metrics;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.metric.Metric;
import org.gridloom.platform.metric.Metric.Sample;
import org.gridloom.platform.metric.MetricSource;
import org.gridloom.platform.operations.internal.doctor.OpenFiles;
import org.osgi.service.component.annotations.Component;

/** The Java machine. */
@Component(service = MetricSource.class)
public final class RuntimeMetrics implements MetricSource {

    private static final double MILLIS = TimeUnit.SECONDS.toMillis(1);

    @Override
    public List<Metric> metrics() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        List<Metric> metrics = new ArrayList<>(List.of(
                Metric.gauge(
                        "gridloom_java_memory_used_bytes",
                        "Memory in use",
                        List.of(
                                Sample.of(Map.of("area", "heap"), heap.getUsed()),
                                Sample.of(Map.of("area", "other"), other.getUsed()))),
                Metric.gauge("gridloom_java_heap_limit_bytes", "Largest heap", heap.getMax()),
                Metric.gauge(
                        "gridloom_java_threads",
                        "Live threads",
                        ManagementFactory.getThreadMXBean().getThreadCount()),
                Metric.gauge(
                        "gridloom_java_classes",
                        "Loaded classes",
                        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount()),
                Metric.gauge(
                        "gridloom_system_load",
                        "Load average of the last minute",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                Metric.gauge(
                        "gridloom_up_seconds",
                        "Since the start",
                        ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS)));
        collections(metrics);
        OpenFiles.count().ifPresent(files -> {
            metrics.add(Metric.gauge("gridloom_files_open", "Open files and connections", files.open()));
            metrics.add(Metric.gauge("gridloom_files_limit", "Most of them", files.most()));
        });
        return metrics;
    }

    private static void collections(List<Metric> metrics) {
        List<Sample> count = new ArrayList<>();
        List<Sample> seconds = new ArrayList<>();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            Map<String, String> labels = Map.of("collector", collector.getName());
            count.add(Sample.of(labels, collector.getCollectionCount()));
            seconds.add(Sample.of(labels, collector.getCollectionTime() / MILLIS));
        }
        metrics.add(Metric.counter("gridloom_java_collections_total", "Garbage collections", count));
        metrics.add(Metric.counter("gridloom_java_collection_seconds_total", "Time spent in them", seconds));
    }
}
