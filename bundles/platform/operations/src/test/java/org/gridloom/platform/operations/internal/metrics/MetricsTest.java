package org.gridloom.platform.operations.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.metric.Metric;
import org.gridloom.platform.metric.Metric.Sample;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MetricsTest {

    @RegisterExtension
    static final TestDatabase DB = TestDatabase.of();

    private final Metrics metrics = new Metrics(DB.access());

    @BeforeEach
    void signIn() {
        DB.access().signIn("scraper");
    }

    @Test
    void aPageReadsAsPrometheusWantsIt() {
        metrics.addSource(() -> List.of(
                Metric.counter(
                        "gridloom_points_total", "Points\ngiven", List.of(Sample.of(Map.of("kind", "a\"b\\c"), 3))),
                Metric.gauge("gridloom_points_rate", "Rate", 0.5)));

        assertThat(metrics.scrape()).isEqualTo("""
                # HELP gridloom_metric_source_failed Sources that gave nothing this time
                # TYPE gridloom_metric_source_failed gauge
                # HELP gridloom_points_rate Rate
                # TYPE gridloom_points_rate gauge
                gridloom_points_rate 0.5
                # HELP gridloom_points_total Points\\ngiven
                # TYPE gridloom_points_total counter
                gridloom_points_total{kind="a\\"b\\\\c"} 3
                """);
    }

    @Test
    void aSourceThatFailsSpoilsNothingElseAndIsToldOf() {
        metrics.addSource(() -> {
            throw new IllegalStateException("away");
        });
        metrics.addSource(() -> List.of(Metric.gauge("gridloom_a", "A", 1)));
        metrics.addSource(() -> List.of(Metric.gauge("gridloom_a", "A", 2)));

        assertThat(metrics.scrape())
                .contains("gridloom_metric_source_failed{source=", "gridloom_a 1\ngridloom_a 2\n")
                .containsOnlyOnce("# TYPE gridloom_a gauge");
    }

    @Test
    void theJavaMachineIsMeasured() {
        metrics.addSource(new RuntimeMetrics());

        assertThat(metrics.scrape()).contains("gridloom_java_memory_used_bytes{area=\"heap\"} ");
    }

    @Test
    void nobodyReadsThemWithoutThePermission() {
        DB.access().signIn("clerk", Map.of());

        assertThatThrownBy(metrics::scrape).isInstanceOf(Problem.class);
    }
}
