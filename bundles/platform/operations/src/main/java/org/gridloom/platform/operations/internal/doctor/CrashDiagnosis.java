package org.gridloom.platform.operations.internal.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds what the Java machine left in the data folder when it ended by itself: heap dumps and reports of crashes. */
@Component(service = Diagnosis.class)
public final class CrashDiagnosis implements Diagnosis {

    private static final String CHECK = "java.crashes";
    private static final long MIB = 1 << 20;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Path folder;
    private final Clock clock;

    @Activate
    public CrashDiagnosis(@Reference DataFolder data, @Reference Clock clock) {
        this.folder = data.path();
        this.clock = clock;
    }

    private record Left(Path file, Instant at, long bytes) {}

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<Left> dumps = left("java_pid*.hprof");
        newest(dumps).map(newest -> dump(newest, dumps)).ifPresent(findings::add);
        List<Left> reports = left("hs_err_pid*.log");
        newest(reports).map(newest -> report(newest, reports)).ifPresent(findings::add);
        if (findings.isEmpty()) {
            findings.add(Finding.ok(CHECK, Text.of("没有异常退出留下的文件", "Java has not left any dump or report of a crash")));
        }
        return findings;
    }

    private Finding dump(Left newest, List<Left> all) {
        return Finding.warning(
                CHECK,
                Text.of(
                        "内存于 %s 用尽,服务自行退出;留下 %d 个堆转储,共 %d MB",
                        "Memory was used up on %s and the server ended by itself; it left %d heap dump(s) of %d MB",
                        minute(newest),
                        all.size(),
                        all.stream().mapToLong(Left::bytes).sum() / MIB),
                Text.of(
                        "堆内存上限过小,或某模块占用过多;转储含当时内存中的全部内容,包括居民信息和密钥",
                        "The heap's limit is too low, or a module takes too much. A dump holds all that was in memory,"
                                + " residents' data and keys too"),
                Text.of(
                        "GRIDLOOM_JAVA_OPTS=-Xmx2g 后重启;不再需要时 rm %1$s",
                        "Start anew with GRIDLOOM_JAVA_OPTS=-Xmx2g; when nobody needs it any more, rm %1$s",
                        newest.file()));
    }

    private Finding report(Left newest, List<Left> all) {
        return Finding.warning(
                CHECK,
                Text.of(
                        "Java 于 %s 崩溃;留下 %d 个报告",
                        "Java itself crashed on %s; it left %d report(s)", minute(newest), all.size()),
                Text.of(
                        "Java、系统库或内存硬件有故障;报告开头说明位置,其中的环境变量可能含口令",
                        "A fault of Java, a library of the system or the machine's memory: the report's first lines say"
                                + " where. Its environment variables may hold passwords"),
                Text.of(
                        "更新 Java 后重启;不再需要时 rm %1$s",
                        "Update Java and start anew; when nobody needs it any more, rm %1$s", newest.file()));
    }

    private String minute(Left left) {
        return MINUTE.format(left.at().atZone(clock.getZone()));
    }

    private static Optional<Left> newest(List<Left> all) {
        return all.stream().max(Comparator.comparing(Left::at));
    }

    private List<Left> left(String pattern) {
        List<Left> left = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            for (Path file : files) {
                left.add(new Left(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return left;
    }
}
