package org.gridloom.districts.heping.internal;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;

/** How far the pack is loaded. The district is not ready before it is in. */
@Component(
        service = {PackState.class, HealthCheck.class},
        property = {HealthCheck.NAME + "=heping-pack", HealthCheck.TAGS + "=ready"},
        immediate = true)
public final class PackState implements HealthCheck {

    private volatile Result result = notYet("waits for the organisation / 等待组织体系模块");

    @Override
    public Result execute() {
        return result;
    }

    void under(String step, int done, int total) {
        result = notYet(total < 0 ? step + " " + done : step + " " + done + "/" + total);
    }

    void loaded() {
        result = new Result(Result.Status.OK, "Heping demo pack is loaded / 和平区演示数据已装入");
    }

    void failed() {
        result = new Result(
                Result.Status.CRITICAL, "Heping demo pack could not be loaded, see the log / 和平区演示数据装入失败,详见日志");
    }

    private static Result notYet(String progress) {
        return new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "Heping demo pack: " + progress + " / 正在装入和平区演示数据");
    }
}
