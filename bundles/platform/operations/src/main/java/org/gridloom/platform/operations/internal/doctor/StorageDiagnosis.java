package org.gridloom.platform.operations.internal.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.files.Storage;
import org.gridloom.platform.metric.Metric;
import org.gridloom.platform.metric.MetricSource;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Examines the disk of the data folder. */
@Component(
        service = {Diagnosis.class, MetricSource.class},
        configurationPid = DoctorSettings.PID)
public final class StorageDiagnosis implements Diagnosis, MetricSource {

    private static final String SPACE = "disk.space";
    private static final String INODES = "disk.inodes";
    private static final long MIB = 1 << 20;
    private static final long DF_SECONDS = 5;

    /** Last line of POSIX {@code df -Pi}: inodes, used, free, percentage. */
    private static final Pattern USED = Pattern.compile("\\s(\\d+)\\s+\\d+\\s+\\d+\\s+(\\d+)%\\s");

    private final DoctorSettings settings;
    private final Storage storage;
    private final Path folder;

    @Activate
    public StorageDiagnosis(DoctorSettings settings, @Reference Storage storage, @Reference DataFolder data) {
        this.settings = settings;
        this.storage = storage;
        this.folder = data.path();
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(space(storage.space()));
        inodesUsed(folder).ifPresent(percent -> findings.add(inodes(percent)));
        return findings;
    }

    private Finding space(Storage.Space space) {
        Text what = Text.of(
                "%s 所在磁盘剩余 %d MB,共 %d MB",
                "The disk of %s has %d of %d MB left", folder, space.free() / MIB, space.total() / MIB);
        Text next = Text.of(
                "du -xh --max-depth=2 %1$s | sort -h,移走旧备份或扩容",
                "du -xh --max-depth=2 %1$s | sort -h; move old backups away or enlarge the disk", folder);
        return switch (space.level()) {
            case ENOUGH -> Finding.ok(SPACE, what);
            case LOW ->
                Finding.warning(
                        SPACE,
                        what,
                        Text.of("写满前将停止接收上传、导入与备份", "Before it is full, uploads, imports and archives are refused"),
                        next);
            case FULL ->
                Finding.problem(
                        SPACE,
                        what,
                        Text.of(
                                "剩余空间留给数据库:上传、导入与备份已被拒绝",
                                "What is left is kept for the database: uploads, imports and archives are refused"),
                        next);
        };
    }

    private Finding inodes(int percent) {
        Text what = Text.of("文件索引已用 %d%%", "%d%% of the disk's inodes are used", percent);
        return percent < settings.inodePercent()
                ? Finding.ok(INODES, what)
                : Finding.warning(
                        INODES,
                        what,
                        Text.of("用尽后即使有空间也不能新建文件", "Without any, no file can be made although there is space"),
                        Text.of("du --inodes -x %s | sort -n | tail", "du --inodes -x %s | sort -n | tail", folder));
    }

    /** Java cannot ask for inodes; empty where {@code df} cannot either, or the file system has no such limit. */
    private static OptionalInt inodesUsed(Path folder) {
        try {
            Process df = new ProcessBuilder("df", "-Pi", folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            df.getOutputStream().close();
            if (!df.waitFor(DF_SECONDS, TimeUnit.SECONDS)) {
                df.destroyForcibly();
                return OptionalInt.empty();
            }
            return used(new String(df.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    static OptionalInt used(String df) {
        Matcher found = USED.matcher(df);
        return found.find() && !found.group(1).equals("0")
                ? OptionalInt.of(Integer.parseInt(found.group(2)))
                : OptionalInt.empty();
    }

    @Override
    public List<Metric> metrics() {
        Storage.Space space = storage.space();
        return List.of(
                Metric.gauge("gridloom_disk_total_bytes", "Size of the data folder's disk", space.total()),
                Metric.gauge("gridloom_disk_free_bytes", "What is free of it", space.free()));
    }
}
