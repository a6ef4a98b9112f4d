package org.gridloom.platform.metric;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Gives metrics for {@code GET /api/operations/metrics}. Register it as a service; it is asked at each scrape, from many
 * threads, and should answer within a second. Count while you work (a {@link java.util.concurrent.atomic.LongAdder} costs
 * next to nothing) and read the sums here.
 */
@ConsumerType
public interface MetricSource {

    List<Metric> metrics();
}
