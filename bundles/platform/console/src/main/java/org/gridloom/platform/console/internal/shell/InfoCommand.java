package org.gridloom.platform.console.internal.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.time.Duration;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** What runs here. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "gridloom", name = "info", description = "平台版本与运行情况 / Version and state of the platform")
public class InfoCommand extends GridloomCommand {

    private static final long MEBIBYTE = 1 << 20;

    @Override
    protected void run() {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        Runtime memory = Runtime.getRuntime();
        Duration up = Duration.ofMillis(runtime.getUptime());
        ShellTable table = table(Text.of("项目", "Item"), Text.of("值", "Value"));
        table.row("Gridloom", FrameworkUtil.getBundle(InfoCommand.class).getVersion());
        table.row("Karaf", System.getProperty("karaf.version"));
        table.row(
                Text.of("OSGi 框架", "OSGi framework"),
                FrameworkUtil.getBundle(InfoCommand.class).getBundleContext().getProperty(Constants.FRAMEWORK_VERSION));
        table.row("Java", runtime.getVmName() + " " + Runtime.version());
        table.row(
                Text.of("已运行", "Up for"),
                Text.of("%d 天 %d 时 %d 分", "%d d %d h %d min", up.toDays(), up.toHoursPart(), up.toMinutesPart()));
        table.row(
                Text.of("内存", "Memory"),
                Text.of(
                        "已用 %d MiB,上限 %d MiB",
                        "%d MiB in use, at most %d MiB",
                        (memory.totalMemory() - memory.freeMemory()) / MEBIBYTE,
                        memory.maxMemory() / MEBIBYTE));
        table.print(out());
    }
}
