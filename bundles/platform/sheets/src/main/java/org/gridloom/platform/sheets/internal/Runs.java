package org.gridloom.platform.sheets.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports under way, which whoever began them can follow and cancel under a name that they chose, on whichever node. A
 * thread beside them tells the other nodes: an import has one transaction, whose changes nobody else sees before its end.
 */
@Component(service = Runs.class)
public final class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    private static final Progress.Standing BEGUN = new Progress.Standing(0, -1);
    private static final int LONGEST_NAME = 100;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Map<RunKey, Run> running = new ConcurrentHashMap<>();
    private final Access access;
    private final SharedRuns shared;
    private final Duration every;
    private final ScheduledThreadPoolExecutor thread;

    @Activate
    public Runs(@Reference Access access, @Reference SharedRuns shared) {
        this(access, shared, SECOND);
    }

    /** @param every how often other nodes are told */
    Runs(Access access, SharedRuns shared, Duration every) {
        this.access = access;
        this.shared = shared;
        this.every = every;
        thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread teller = new Thread(work, "gridloom-imports");
            teller.setDaemon(true);
            return teller;
        });
        // There while there is something to be told.
        thread.setKeepAliveTime(2 * every.toMillis(), TimeUnit.MILLISECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    @Deactivate
    void close() {
        thread.shutdownNow();
    }

    /** An import that can be followed until it is closed. */
    public final class Run implements Progress, AutoCloseable {

        private final RunKey key;
        private volatile Progress.Standing standing = BEGUN;
        private volatile boolean cancelled;
        private volatile boolean over;
        private volatile boolean told;

        Run(RunKey key) {
            this.key = key;
        }

        @Override
        public boolean at(int done, int total) {
            standing = new Progress.Standing(done, total);
            return !cancelled;
        }

        @Override
        public void close() {
            over = true;
            if (key != null && !told) {
                running.remove(key, this);
            }
        }

        private Optional<Progress.Standing> standing() {
            return over ? Optional.empty() : Optional.of(standing);
        }

        private boolean cancel() {
            cancelled = true;
            return !over;
        }

        /** On the thread beside it, once a second until it is over. */
        private void tell() {
            try {
                tellOnce();
            } catch (RuntimeException away) {
                LOG.debug("Other nodes do not hear of an import now", away);
            }
            if (!over || told) {
                tellLater(this);
            }
        }

        private void tellOnce() {
            if (over && told) {
                Run now = running.get(key);
                if (now == null || now == this) {
                    shared.end(key);
                }
                running.remove(key, this);
                told = false;
            } else if (!over && told) {
                cancelled |= shared.tell(key, standing);
            } else if (!over) {
                shared.begin(key, standing);
                told = true;
            }
        }
    }

    private void tellLater(Run run) {
        if (!thread.isShutdown()) {
            thread.schedule(run::tell, every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** @param name null where nobody wants to follow it */
    public Run begin(String name) {
        if (name == null) {
            return new Run(null);
        }
        Run run = new Run(key(name));
        if (running.merge(run.key, run, (before, after) -> before.over ? after : before) != run) {
            throw Problem.conflict(Text.of("同名的导入正在进行", "An import of this name is under way"));
        }
        tellLater(run);
        return run;
    }

    public Progress.Standing standing(String name) {
        RunKey key = key(name);
        Run run = running.get(key);
        Optional<Progress.Standing> standing = run == null ? shared.standing(key) : run.standing();
        return standing.orElseThrow(Runs::missing);
    }

    /** It stops at its next step and leaves nothing. */
    public void cancel(String name) {
        RunKey key = key(name);
        Run run = running.get(key);
        boolean isThere = run == null ? shared.cancel(key) : run.cancel();
        if (!isThere) {
            throw missing();
        }
    }

    private static Problem missing() {
        return Problem.notFound(Text.of("没有进行中的此导入", "No such import is under way"));
    }

    private RunKey key(String name) {
        if (name.length() > LONGEST_NAME) {
            throw Problem.invalid("follow", Text.of("最多 %d 个字符", "At most %d characters", LONGEST_NAME));
        }
        return new RunKey(access.caller().account(), name);
    }
}
