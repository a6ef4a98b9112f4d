package org.gridloom.platform.modules.internal.change;

import java.util.List;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds modules that are wanted and could not be started. */
@Component
public final class StartDiagnosis implements Diagnosis {

    private final Start start;

    @Activate
    public StartDiagnosis(@Reference Start start) {
        this.start = start;
    }

    @Override
    public List<Finding> findings() {
        return start.failed().entrySet().stream()
                .map(failed -> Finding.problem(
                        "modules",
                        Text.of("模块 %s 未能启动", "The module %s could not be started", failed.getKey()),
                        failed.getValue(),
                        Text.of(
                                "module:install 装入适配的版本,或 module:uninstall %s(数据保留)",
                                "module:install a version that fits, or module:uninstall %s (its data stay)",
                                failed.getKey())))
                .toList();
    }
}
