package org.gridloom.platform.assembly.internal.packs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;

/** A bundle that brings lists, and how far they are in. The district is not ready before they are. */
final class Pack implements HealthCheck {

    /** Names of its lists in their order; each lies in {@code lists/<name>.csv}. */
    static final String HEADER = "Gridloom-Pack";

    private final Bundle bundle;
    private final List<String> lists;
    private boolean begun;
    private volatile Result result;

    Pack(Bundle bundle) {
        this.bundle = bundle;
        lists = Arrays.stream(bundle.getHeaders("").get(HEADER).split(","))
                .map(String::strip)
                .toList();
        result = notYet("waits for its lists / 等待接收数据的模块");
    }

    String name() {
        return bundle.getSymbolicName();
    }

    List<String> lists() {
        return lists;
    }

    /** Whether it is to be loaded now; once only. */
    synchronized boolean begin() {
        boolean first = !begun;
        begun = true;
        return first;
    }

    InputStream open(String list) throws IOException {
        URL file = bundle.getEntry("lists/" + list + ".csv");
        if (file == null) {
            throw new IOException(name() + " has no lists/" + list + ".csv");
        }
        return file.openStream();
    }

    void under(String list, int done) {
        result = notYet(list + " " + done);
    }

    void loaded() {
        result = new Result(Result.Status.OK, name() + " is loaded / 已装入");
    }

    void failed() {
        result = new Result(Result.Status.CRITICAL, name() + " could not be loaded, see the log / 装入失败,详见日志");
    }

    private Result notYet(String progress) {
        return new Result(Result.Status.TEMPORARILY_UNAVAILABLE, name() + ": " + progress);
    }

    @Override
    public Result execute() {
        return result;
    }
}
