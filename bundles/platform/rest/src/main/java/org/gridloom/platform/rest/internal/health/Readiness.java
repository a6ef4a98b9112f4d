package org.gridloom.platform.rest.internal.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.gridloom.platform.persistence.PersistenceUnitState;
import org.gridloom.platform.rest.internal.figure.FigureProviders;
import org.gridloom.platform.rest.internal.health.HealthReport.Missing;
import org.gridloom.platform.rest.internal.module.Components;
import org.gridloom.platform.rest.internal.module.GridloomBundles;
import org.gridloom.platform.rest.internal.module.ModuleStatus;
import org.gridloom.platform.rest.internal.module.WantedFeatures;
import org.gridloom.platform.rest.internal.openapi.ApiDocuments;
import org.gridloom.platform.rest.internal.problem.SafeTrace;
import org.gridloom.platform.rest.internal.server.Routes;
import org.gridloom.platform.rest.running.StartedModules;
import org.gridloom.platform.text.Text;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what is still missing before this container can serve everything it should. */
@Component(service = Readiness.class)
public final class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final String META_PERSISTENCE = "Meta-Persistence";

    private final GridloomBundles bundles;
    private final ModuleStatus modules;
    private final WantedFeatures features;
    private final Components components;
    private final ApiDocuments documents;
    private final Routes routes;
    private final FigureProviders figures;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile StartedModules started;

    @Reference(
            service = HealthCheck.class,
            target = "(hc.tags=ready)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, HealthCheck>> checks = List.of();

    @Activate
    public Readiness(
            @Reference GridloomBundles bundles,
            @Reference ModuleStatus modules,
            @Reference WantedFeatures features,
            @Reference Components components,
            @Reference ApiDocuments documents,
            @Reference Routes routes,
            @Reference FigureProviders figures) {
        this.bundles = bundles;
        this.modules = modules;
        this.features = features;
        this.components = components;
        this.documents = documents;
        this.routes = routes;
        this.figures = figures;
    }

    /** Empty when everything is there. */
    List<Missing> missing() {
        StartedModules modulesStarted = started;
        if (modulesStarted == null) {
            return List.of(new Missing("boot", Text.of("启动尚未完成", "The container is still starting")));
        }
        List<Missing> missing = new ArrayList<>();
        modulesStarted.failed().forEach((name, reason) -> missing.add(new Missing(name, reason)));
        addFeatures(missing);
        bundles.all().forEach(bundle -> addBundle(bundle, missing));
        addPaths(missing);
        figures.coming()
                .forEach(name -> missing.add(new Missing(name, Text.of("指标尚在加载", "Its figures are being loaded"))));
        checks.forEach(check -> addCheck(check, missing));
        return missing;
    }

    private void addFeatures(List<Missing> missing) {
        features.all().stream()
                .filter(feature -> !feature.isStarted())
                .forEach(feature -> missing.add(
                        new Missing(feature.name(), Text.of("功能状态为 %1$s", "The feature is %1$s", feature.state()))));
    }

    private void addBundle(Bundle bundle, List<Missing> missing) {
        String name = bundle.getSymbolicName();
        if (!GridloomBundles.isUp(bundle)) {
            modules.problems(bundle).forEach(problem -> missing.add(new Missing(name, problem)));
            return;
        }
        if (bundle.getHeaders("").get(META_PERSISTENCE) != null) {
            Optional<PersistenceUnitState> unit = modules.unit(name);
            if (unit.isEmpty() || unit.get().phase() != PersistenceUnitState.Phase.OPEN) {
                missing.add(new Missing(
                        name,
                        unit.map(PersistenceUnitState::message)
                                .orElse(Text.of("数据库单元未打开", "The persistence unit is not open"))));
            }
        }
        components
                .waitingResources(bundle)
                .forEach(component ->
                        missing.add(new Missing(name, Text.of("%s 未启动", "%s is not there", component.component()))));
    }

    private void addPaths(List<Missing> missing) {
        Set<String> served = routes.served();
        documents.segments().stream()
                .filter(segment -> !served.contains(segment))
                .forEach(
                        segment -> missing.add(new Missing("/api/" + segment, Text.of("尚未提供服务", "Is not served yet"))));
        routes.failed()
                .forEach(name -> missing.add(new Missing(
                        name, Text.of("接口无法提供服务,原因见日志", "Its resources cannot be served; the log says why"))));
        routes.unsettled()
                .forEach(name -> missing.add(new Missing(name, Text.of("接口正在更新", "Its resources are being updated"))));
    }

    private static void addCheck(Map.Entry<Map<String, Object>, HealthCheck> check, List<Missing> missing) {
        String name = Objects.toString(
                check.getKey().get(HealthCheck.NAME),
                check.getValue().getClass().getSimpleName());
        try {
            Result result = check.getValue().execute();
            if (!result.isOk()) {
                missing.add(new Missing(name, reason(result)));
            }
        } catch (RuntimeException e) {
            LOG.warn("Health check {} failed", name, SafeTrace.of(e));
            missing.add(new Missing(name, Text.of("检查失败", "The check failed")));
        }
    }

    /** Health checks speak one language. */
    private static Text reason(Result result) {
        String log = StreamSupport.stream(result.spliterator(), false)
                .map(ResultLog.Entry::getMessage)
                .collect(Collectors.joining("; "));
        return new Text(log, log);
    }
}
