package org.gridloom.platform.rest.internal.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.metric.Metric;
import org.gridloom.platform.metric.Metric.Sample;
import org.gridloom.platform.metric.MetricSource;
import org.gridloom.platform.text.Text;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds features, bundles and components that do not run, and says what they lack. */
@Component(service = {Diagnosis.class, MetricSource.class})
public final class ModuleDiagnosis implements Diagnosis, MetricSource {

    private static final String CHECK = "modules";

    private final BundleContext context;
    private final GridloomBundles bundles;
    private final ModuleStatus status;
    private final WantedFeatures features;
    private final StartErrors errors;

    @Activate
    public ModuleDiagnosis(
            BundleContext context,
            @Reference GridloomBundles bundles,
            @Reference ModuleStatus status,
            @Reference WantedFeatures features,
            @Reference StartErrors errors) {
        this.context = context;
        this.bundles = bundles;
        this.status = status;
        this.features = features;
        this.errors = errors;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        features.all().stream()
                .filter(feature -> !feature.isStarted())
                .forEach(feature -> findings.add(notStarted(feature)));
        List<Bundle> ours = bundles.all();
        for (Bundle bundle : context.getBundles()) {
            if (!GridloomBundles.isUp(bundle)) {
                findings.add(notUp(bundle));
            } else if (ours.contains(bundle)) {
                problems(bundle, findings);
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(CHECK, Text.of("%d 个模块运行正常", "%d modules work as they should", ours.size())));
        }
        return findings;
    }

    private static Finding notStarted(WantedFeatures.Wanted feature) {
        return Finding.problem(
                CHECK,
                Text.of("功能 %s 未启动(%s)", "The feature %s is not started (%s)", feature.name(), feature.state()),
                Text.of("其模块缺少所需内容,或启动时出错", "One of its bundles lacks something, or failed to start"),
                Finding.command("feature:install " + feature.name()));
    }

    private Finding notUp(Bundle bundle) {
        List<String> missing = Requirements.missing(context, bundle);
        Text what = Text.of(
                "模块 %s 未运行(%s)",
                "The bundle %s does not run (%s)", bundle.getSymbolicName(), GridloomBundles.state(bundle));
        if (!missing.isEmpty()) {
            String all = String.join("; ", missing);
            return Finding.problem(
                    CHECK,
                    what,
                    Text.of("缺少:%s", "It lacks: %s", all),
                    Text.of(
                            "安装提供它的功能后再看 bundle:diag %d",
                            "Install what offers it, then bundle:diag %d", bundle.getBundleId()));
        }
        return Finding.problem(
                CHECK,
                what,
                errors.of(bundle)
                        .map(reason -> Text.of("启动失败:%s", "It failed to start: %s", reason))
                        .orElseGet(() -> bundle.getState() == Bundle.INSTALLED
                                ? Text.of("它所依赖的模块自身无法解析", "A bundle that it needs cannot be resolved itself")
                                : Text.of("它已被停止,或启动时出错", "It was stopped, or failed to start")),
                bundle.getState() == Bundle.INSTALLED
                        ? Finding.command("bundle:diag " + bundle.getBundleId())
                        : Finding.command("bundle:start " + bundle.getBundleId()));
    }

    private void problems(Bundle bundle, List<Finding> findings) {
        List<Text> problems = status.problems(bundle);
        if (!problems.isEmpty()) {
            findings.add(Finding.problem(
                    CHECK,
                    Text.of("模块 %s 有问题", "The module %s has problems", bundle.getSymbolicName()),
                    new Text(
                            problems.stream().map(Text::zh).collect(Collectors.joining(";")),
                            problems.stream().map(Text::en).collect(Collectors.joining("; "))),
                    Text.of("module:list 与 log:display", "module:list and log:display")));
        }
    }

    @Override
    public List<Metric> metrics() {
        Map<Boolean, Long> ours =
                bundles.all().stream().collect(Collectors.partitioningBy(GridloomBundles::isUp, Collectors.counting()));
        Map<String, String> here = new LinkedHashMap<>();
        here.put("version", context.getBundle().getVersion().toString());
        here.put("java", Runtime.version().toString());
        return List.of(
                Metric.gauge(
                        "gridloom_modules",
                        "Bundles of the platform, its capabilities and vendors",
                        List.of(
                                Sample.of(Map.of("state", "up"), ours.get(true)),
                                Sample.of(Map.of("state", "down"), ours.get(false)))),
                Metric.gauge("gridloom_info", "What runs", List.of(Sample.of(here, 1))));
    }
}
