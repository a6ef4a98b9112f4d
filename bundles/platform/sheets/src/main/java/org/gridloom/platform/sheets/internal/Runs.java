package org.gridloom.platform.sheets.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports under way on this node, which whoever began them can follow and cancel under a name that they chose. */
@Component(service = Runs.class)
public final class Runs {

    private static final Progress.Standing BEGUN = new Progress.Standing(0, -1);

    private final Map<String, Run> running = new ConcurrentHashMap<>();
    private final Access access;

    @Activate
    public Runs(@Reference Access access) {
        this.access = access;
    }

    /** An import that can be followed until it is closed. */
    public final class Run implements Progress, AutoCloseable {

        private final String key;
        private volatile Progress.Standing standing = BEGUN;
        private volatile boolean cancelled;

        Run(String key) {
            this.key = key;
        }

        @Override
        public boolean at(int done, int total) {
            standing = new Progress.Standing(done, total);
            return !cancelled;
        }

        @Override
        public void close() {
            if (key != null) {
                running.remove(key, this);
            }
        }
    }

    /** @param name null where nobody wants to follow it */
    public Run begin(String name) {
        Run run = new Run(name == null ? null : key(name));
        if (name != null && running.putIfAbsent(run.key, run) != null) {
            throw Problem.conflict(Text.of("同名的导入正在进行", "An import of this name is under way"));
        }
        return run;
    }

    public Progress.Standing standing(String name) {
        return get(name).standing;
    }

    /** It stops at its next step and leaves nothing. */
    public void cancel(String name) {
        get(name).cancelled = true;
    }

    private Run get(String name) {
        Run run = running.get(key(name));
        if (run == null) {
            throw Problem.notFound(Text.of("没有进行中的此导入", "No such import is under way on this server"));
        }
        return run;
    }

    private String key(String name) {
        return access.caller().account() + '/' + name;
    }
}
