package org.gridloom.platform.operations.internal.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.diagnosis.Finding.Level;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Every Felix health check that some bundle registered, but for those that have a diagnosis of their own. */
@Component(service = Diagnosis.class)
public final class HealthDiagnosis implements Diagnosis {

    /** Service property of a health check that says no more than a {@link Diagnosis} does. */
    static final String DIAGNOSED = "gridloom.diagnosed";

    @Reference(
            service = HealthCheck.class,
            target = "(!(" + DIAGNOSED + "=true))",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    volatile List<Map.Entry<Map<String, Object>, HealthCheck>> checks = List.of();

    @Override
    public List<Finding> findings() {
        return checks.stream()
                .map(check -> finding(check.getKey(), check.getValue()))
                .toList();
    }

    private static Finding finding(Map<String, Object> properties, HealthCheck check) {
        String name = Objects.toString(
                properties.get(HealthCheck.NAME), check.getClass().getSimpleName());
        Result result;
        try {
            result = check.execute();
        } catch (RuntimeException e) {
            result = new Result(Result.Status.HEALTH_CHECK_ERROR, e.getClass().getName());
        }
        String status = result.getStatus().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        Text what = Text.of("健康检查 %s:%s", "Health check %s: %s", name, status);
        String words = words(result);
        return result.isOk()
                ? Finding.ok("health", what)
                : new Finding(
                        "health",
                        level(result.getStatus()),
                        what,
                        new Text(words, words),
                        Finding.command("module:list"));
    }

    private static Level level(Result.Status status) {
        return status == Result.Status.WARN ? Level.WARNING : Level.PROBLEM;
    }

    /** What went wrong, not all that went well. */
    private static String words(Result result) {
        return StreamSupport.stream(result.spliterator(), false)
                .filter(entry -> entry.getStatus() != Result.Status.OK)
                .map(ResultLog.Entry::getMessage)
                .collect(Collectors.joining("; "));
    }
}
