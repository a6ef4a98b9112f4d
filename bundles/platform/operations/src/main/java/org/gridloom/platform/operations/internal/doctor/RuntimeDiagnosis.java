package org.gridloom.platform.operations.internal.doctor;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Examines the Java machine: memory, threads, open files, age. */
@Component(service = Diagnosis.class, configurationPid = DoctorSettings.PID)
public final class RuntimeDiagnosis implements Diagnosis {

    private static final long MIB = 1 << 20;
    private static final long PER_CENT = 100;
    private static final int YEAR_DIGITS = 4;

    private final DoctorSettings settings;
    private final Clock clock;

    @Activate
    public RuntimeDiagnosis(DoctorSettings settings, @Reference Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(heap(heapAfterCollection(), Runtime.getRuntime().maxMemory()));
        metaspace().ifPresent(findings::add);
        findings.add(threads(ManagementFactory.getThreadMXBean().findDeadlockedThreads()));
        OpenFiles.count().map(this::openFiles).ifPresent(findings::add);
        findings.add(java(System.getProperty("java.version.date", "")));
        findings.add(zoneData(zoneVersion()));
        return findings;
    }

    /** What could not be given back: what is in use just now says little. */
    private static long heapAfterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    Finding heap(long used, long most) {
        Text what = Text.of(
                "堆内存回收后占用 %d / %d MB", "After the last collection the heap has %d of %d MB", used / MIB, most / MIB);
        return used * PER_CENT < most * settings.heapPercent()
                ? Finding.ok("java.heap", what)
                : Finding.warning(
                        "java.heap",
                        what,
                        Text.of("接近上限,将变慢,最终自行退出", "Near the limit it gets slow, and then ends by itself"),
                        Text.of("GRIDLOOM_JAVA_OPTS=-Xmx2g 后重启", "Start anew with GRIDLOOM_JAVA_OPTS=-Xmx2g"));
    }

    /** Without a limit of its own there is nothing to be near. */
    private Optional<Finding> metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .filter(usage -> usage.getMax() > 0)
                .filter(usage -> usage.getUsed() * PER_CENT >= usage.getMax() * settings.heapPercent())
                .map(usage -> Finding.warning(
                        "java.metaspace",
                        Text.of(
                                "类元数据 %d / %d MB",
                                "Classes take %d of %d MB", usage.getUsed() / MIB, usage.getMax() / MIB),
                        Text.of("模块再更新几次就会用尽", "A few more updates of modules use it up"),
                        Text.of("去掉 -XX:MaxMetaspaceSize 或重启", "Start anew, without -XX:MaxMetaspaceSize")))
                .findFirst();
    }

    static Finding threads(long[] deadlocked) {
        return deadlocked == null
                ? Finding.ok("java.threads", Text.of("没有死锁的线程", "No threads wait for each other"))
                : Finding.problem(
                        "java.threads",
                        Text.of("%d 个线程互相等待", "%d threads wait for each other", deadlocked.length),
                        Text.of("这是程序错误,它们不会自行恢复", "A fault of some module; they do not come free by themselves"),
                        Text.of(
                                "gridloom:support 留存现场后重启",
                                "gridloom:support, to keep what is seen of it; then start anew"));
    }

    Finding openFiles(OpenFiles files) {
        Text what = Text.of("打开文件 %d / %d", "%d of %d files are open", files.open(), files.most());
        return files.open() * PER_CENT < files.most() * settings.filesPercent()
                ? Finding.ok("java.files", what)
                : Finding.warning(
                        "java.files",
                        what,
                        Text.of("用尽后无法接受连接和读写文件", "Without any left, no connection and no file can be opened"),
                        Text.of("ulimit -n 或 systemd 的 LimitNOFILE", "ulimit -n, or LimitNOFILE of systemd"));
    }

    /** @param released when this Java was, empty if it does not say */
    Finding java(String released) {
        Text what = Text.of("Java %s(%s)", "Java %s (%s)", Runtime.version(), System.getProperty("java.vendor"));
        try {
            long days = ChronoUnit.DAYS.between(LocalDate.parse(released), LocalDate.now(clock));
            if (days > settings.javaDays()) {
                return Finding.note(
                        "java.version",
                        what,
                        Text.of("已发布 %d 天,缺少之后的安全更新", "It is %d days old and lacks the security fixes since", days),
                        Text.of("更新 Java 17 或 21 后重启", "Update Java (17 or 21) and start anew"));
            }
        } catch (DateTimeParseException e) {
            return Finding.ok("java.version", what);
        }
        return Finding.ok("java.version", what);
    }

    private String zoneVersion() {
        try {
            return ZoneRulesProvider.getVersions(clock.getZone().getId()).lastKey();
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** @param version as in {@code 2025b}; empty for a zone of fixed offset */
    Finding zoneData(String version) {
        Text what = Text.of("时区 %s,数据版本 %s", "Time zone %s, data %s", clock.getZone(), version);
        boolean old = version.matches("\\d{4}.*")
                && Integer.parseInt(version.substring(0, YEAR_DIGITS)) + settings.zoneYears()
                        < LocalDate.now(clock).getYear();
        return old
                ? Finding.note(
                        "java.zones",
                        what,
                        Text.of("之后的时区变更未包含", "Later changes of time zones are not in it"),
                        Text.of("更新 Java", "Update Java"))
                : Finding.ok("java.zones", what);
    }
}
