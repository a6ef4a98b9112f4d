package org.gridloom.platform.rest.internal.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.gridloom.platform.metric.Metric;
import org.gridloom.platform.metric.Metric.Sample;
import org.gridloom.platform.metric.Metric.Type;
import org.gridloom.platform.metric.MetricSource;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts requests by operation, and writes one line for each into the access log. An operation is the template of its
 * path, never the path itself: names and numbers of people stay out.
 */
@Component(service = {RequestMeter.class, MetricSource.class})
public final class RequestMeter implements MetricSource {

    /** Attribute of the servlet request: the template that its path matched. */
    public static final String OPERATION = "org.gridloom.platform.rest.operation";

    /** A request that ended before a resource was found for it. */
    private static final String NONE = "-";

    /** Has an appender of its own. */
    private static final Logger ACCESS = LoggerFactory.getLogger("org.gridloom.access");

    private record Operation(String method, String path) {

        String module() {
            int end = path.indexOf('/', 1);
            return path.equals(NONE) ? NONE : path.substring(1, end < 0 ? path.length() : end);
        }

        Map<String, String> labels() {
            Map<String, String> labels = new LinkedHashMap<>();
            labels.put("module", module());
            labels.put("method", method);
            labels.put("operation", path);
            return labels;
        }
    }

    private record Meter(Durations durations, Map<Integer, LongAdder> byStatus) {}

    private final Map<Operation, Meter> meters = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();

    public void begun() {
        underWay.incrementAndGet();
    }

    /** @param operation what {@link #OPERATION} holds, null if nothing */
    public void ended(String method, Object operation, int status, long nanos) {
        Operation of = new Operation(known(method), operation == null ? NONE : operation.toString());
        Meter meter = meters.computeIfAbsent(of, key -> new Meter(new Durations(), new ConcurrentHashMap<>()));
        meter.durations().add(nanos);
        meter.byStatus().computeIfAbsent(status, key -> new LongAdder()).increment();
        ACCESS.info("{} {} {} {} ms", of.method(), of.path(), status, TimeUnit.NANOSECONDS.toMillis(nanos));
        underWay.decrementAndGet();
    }

    /** Callers may send any word as method. */
    private static String known(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
            default -> "OTHER";
        };
    }

    @Override
    public List<Metric> metrics() {
        List<Sample> requests = new ArrayList<>();
        List<Sample> durations = new ArrayList<>();
        meters.forEach((operation, meter) -> {
            durations.addAll(meter.durations().samples(operation.labels()));
            meter.byStatus().forEach((status, count) -> {
                Map<String, String> labels = operation.labels();
                labels.put("status", status.toString());
                requests.add(Sample.of(labels, count.sum()));
            });
        });
        return List.of(
                Metric.counter("gridloom_requests_total", "Requests by operation and status", requests),
                new Metric(
                        "gridloom_request_duration_seconds",
                        Type.HISTOGRAM,
                        "How long requests took, by operation",
                        durations),
                Metric.gauge("gridloom_requests_under_way", "Requests that are being answered", underWay.get()));
    }
}
