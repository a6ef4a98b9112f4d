package org.gridloom.districts.heping.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;

/** How far the pack is loaded. The district is not ready before it is in. */
@Component(
        service = {PackState.class, HealthCheck.class},
        property = {HealthCheck.NAME + "=heping-pack", HealthCheck.TAGS + "=ready"},
        immediate = true)
public final class PackState implements HealthCheck {

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean there;
    private boolean failed;
    private volatile Result result = notYet("waits for the organisation / 等待组织体系模块");

    @Override
    public Result execute() {
        return result;
    }

    void under(String step, int done, int total) {
        result = notYet(total < 0 ? step + " " + done : step + " " + done + "/" + total);
    }

    /** The district itself is in. */
    synchronized void loaded() {
        there = true;
        if (waiting.isEmpty()) {
            complete();
        }
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    /** Nothing else is under way. */
    synchronized void complete() {
        if (!failed) {
            result = new Result(Result.Status.OK, "Heping demo pack is loaded / 和平区演示数据已装入");
        }
    }

    /** Does the work once the district is in, or now. */
    synchronized void whenLoaded(Runnable work) {
        if (there) {
            work.run();
        } else {
            waiting.add(work);
        }
    }

    synchronized void failed() {
        failed = true;
        result = new Result(
                Result.Status.CRITICAL, "Heping demo pack could not be loaded, see the log / 和平区演示数据装入失败,详见日志");
    }

    private static Result notYet(String progress) {
        return new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "Heping demo pack: " + progress + " / 正在装入和平区演示数据");
    }
}
