package org.gridloom.platform.console;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.security.Callers;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.text.Text;

/**
 * Base of the platform's and of vendors' console commands. A command asks a service, which checks the caller, and
 * prints what comes back; a {@link Problem} ends it with one red line, one more for each violation, and, in
 * {@code ssh host command}, a non-zero exit code.
 *
 * <p>A command is made anew for each call and used by one thread. It lies in a package of its own that the bundle's
 * header {@code Karaf-Commands} names, and bears {@code @Parsing(OptionsAnywhere.class)} so that options may follow
 * arguments (Karaf reads that annotation from the command's own class only).
 */
public abstract class GridloomCommand implements Action {

    @Reference
    private Session session;

    @Reference
    private Callers callers;

    @Option(
            name = "--no-format",
            description = "表格不加表头与对齐，以制表符分列，供脚本使用 / Tables without header, columns separated by tabs, for scripts")
    private boolean plain;

    /** Runs the command. It gives nothing back, as the shell would print that once more. */
    @Override
    public final Object execute() throws Exception {
        try {
            asOneCall();
            out().flush();
            return null;
        } catch (Problem problem) {
            out().flush();
            throw new CommandException(ProblemText.of(problem, locale()), problem.getMessage(), problem);
        }
    }

    /** All that one command does bears one request id in the audit trail. */
    private void asOneCall() throws Exception {
        Optional<Caller> user = callers.current();
        if (user.isEmpty()) {
            run();
            return;
        }
        String requestId = UUID.randomUUID().toString();
        Exception failure = callers.call(user.get().in(requestId), () -> {
            try {
                run();
                return null;
            } catch (Exception e) {
                return e;
            }
        });
        if (failure != null) {
            throw failure;
        }
    }

    /** What the command does. */
    protected abstract void run() throws Exception;

    protected final Session session() {
        return session;
    }

    protected final PrintStream out() {
        return session.getConsole();
    }

    /** Language of this session, see {@link ConsoleLanguage}. */
    protected final Locale locale() {
        return ConsoleLanguage.of(session);
    }

    /** Prints one line in the session's language. */
    protected final void say(Text text) {
        out().println(text.in(locale()));
    }

    /** Whether the output is read by a script. */
    protected final boolean isPlain() {
        return plain;
    }

    protected final ShellTable table(String... headers) {
        return new ShellTable(Arrays.asList(headers), plain, locale());
    }

    protected final ShellTable table(Text... headers) {
        Locale locale = locale();
        return new ShellTable(
                Arrays.stream(headers).map(header -> header.in(locale)).toList(), plain, locale);
    }

    /**
     * Prints what an import did and what should be looked at.
     *
     * @throws Problem {@link Problem.Kind#INVALID} with every fault, if it was refused
     */
    protected final void show(ImportReport report) {
        if (!report.accepted()) {
            throw Problem.invalid(report.violations());
        }
        table(
                        Text.of("读取行数", "Rows read"),
                        Text.of("新增", "Created"),
                        Text.of("更新", "Updated"),
                        Text.of("不变", "Unchanged"))
                .row(report.rows(), report.created(), report.updated(), report.unchanged())
                .print(out());
        if (report.dryRun() && !isPlain()) {
            say(Text.of("仅检查，未写入", "Checked only: nothing was written"));
        }
        report.warnings()
                .forEach(warning -> say(Text.of(
                        "请核对：第 %1$s 行 %2$s",
                        "To be looked at, row %1$s: %3$s",
                        warning.row(),
                        warning.message().zh(),
                        warning.message().en())));
    }

    /** Work that takes long and tells how far it is. */
    @FunctionalInterface
    protected interface LongWork<T> {
        T run(Progress progress) throws Exception;
    }

    /**
     * Does the work, prints how far it is now and then, and cancels it at Ctrl-C or when the connection ends: the work
     * ends in its own way, this thread waits for it.
     */
    protected final <T> T watched(LongWork<T> work) throws Exception {
        Optional<Caller> user = callers.current();
        WatchedWork<T> watched = new WatchedWork<>(work, this::progressed, this::stopping, new GivenUp(session));
        try {
            return watched.await(task -> user.ifPresentOrElse(caller -> as(caller, task), task));
        } catch (Problem end) {
            if (watched.isCancelled()) {
                // The shell is back at its prompt and shows no error of the command any more.
                tell(end.text());
            }
            throw end;
        }
    }

    private void tell(Text text) {
        say(text);
        out().flush();
    }

    private void as(Caller caller, Runnable task) {
        callers.call(caller, () -> {
            task.run();
            return null;
        });
    }

    private void progressed(int done, int total) {
        tell(
                total < 0
                        ? Text.of("已读取 %d 行", "%d rows read", done)
                        : Text.of("已处理 %d / %d", "%d of %d done", done, total));
    }

    private void stopping(int done, int total) {
        tell(
                total < 0
                        ? Text.of("正在取消，已读取 %d 行", "Cancelling, %d rows read", done)
                        : Text.of("正在取消，已处理 %d / %d", "Cancelling, %d of %d done", done, total));
    }

    /**
     * Reads a secret that is not shown while typed; where the session has no terminal, a line of its standard input.
     *
     * @throws Problem {@link Problem.Kind#INVALID} if nothing is typed
     */
    protected final String readSecret(Text prompt) throws IOException {
        return Secrets.read(session, prompt.in(locale()));
    }
}
