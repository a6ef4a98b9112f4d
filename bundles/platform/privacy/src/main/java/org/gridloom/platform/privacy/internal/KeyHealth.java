package org.gridloom.platform.privacy.internal;

import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.gridloom.platform.module.ModuleProblems;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells that this node cannot read personal data, or that others can read its keys. */
@Component(
        service = {HealthCheck.class, ModuleProblems.class},
        property = {HealthCheck.NAME + "=privacy", HealthCheck.TAGS + "=operations"})
public final class KeyHealth implements HealthCheck, ModuleProblems {

    private static final String OURS = "org.gridloom.platform.privacy";

    private final KeyRing ring;

    @Activate
    public KeyHealth(@Reference KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public List<Text> problems(String bundle) {
        if (!OURS.equals(bundle)) {
            return List.of();
        }
        try {
            ring.keys();
        } catch (Problem problem) {
            return List.of(problem.text());
        }
        return ring.file().isOpenToOthers()
                ? List.of(Text.of(
                        "密钥文件 %s 他人可读,应为仅服务用户可读(600)",
                        "Others may read the key file %s: only the server's user should (600)",
                        ring.file().path()))
                : List.of();
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        try {
            Keys keys = ring.keys();
            log.info("keys of personal data: {} is current", keys.current());
        } catch (Problem problem) {
            log.critical(problem.text().en());
        }
        if (ring.file().isOpenToOthers()) {
            log.warn("others may read the key file {}", ring.file().path());
        }
        return new Result(log);
    }
}
