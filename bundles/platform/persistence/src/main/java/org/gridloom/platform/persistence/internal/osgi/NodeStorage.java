package org.gridloom.platform.persistence.internal.osgi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.files.Storage;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Measures the disk of the data folder. */
@Component(service = Storage.class, configurationPid = StorageSettings.PID)
@Designate(ocd = StorageSettings.class)
public final class NodeStorage implements Storage {

    private static final long MIB = 1 << 20;
    private static final long PER_CENT = 100;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How large a disk is and what is free on it. */
    @FunctionalInterface
    public interface Disk {
        /** Total and usable bytes. */
        long[] measure() throws IOException;
    }

    private record Measured(Space space, long nanos) {}

    private final Disk disk;
    private volatile StorageSettings settings;
    private volatile Measured last;

    @Activate
    public NodeStorage(StorageSettings settings, @Reference DataFolder data) {
        this(settings, () -> of(data.path()));
    }

    /** Of a disk of one's own, for tests. */
    public static NodeStorage of(StorageSettings settings, Disk disk) {
        return new NodeStorage(settings, disk);
    }

    private NodeStorage(StorageSettings settings, Disk disk) {
        this.settings = settings;
        this.disk = disk;
    }

    /** Uploads and imports ask this all the time, so it must not come anew when a limit changes. */
    @Modified
    void change(StorageSettings changed) {
        settings = changed;
        last = null;
    }

    private static long[] of(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileStore store = Files.getFileStore(folder);
        return new long[] {store.getTotalSpace(), store.getUsableSpace()};
    }

    @Override
    public void require(long bytes) {
        Space space = space();
        if (level(space.total(), space.free() - bytes) == Level.FULL) {
            throw new Problem(
                    Problem.Kind.FULL,
                    Text.of(
                            "服务器存储空间不足(剩余 %d MB),暂不接收上传、导入与备份,请联系系统管理员",
                            "The server is short of disk space (%d MB left): no uploads, imports or archives for now. Tell"
                                    + " the operator",
                            space.free() / MIB));
        }
    }

    @Override
    public Space space() {
        Measured known = last;
        if (known == null || System.nanoTime() - known.nanos() > FRESH_NANOS) {
            known = new Measured(measure(), System.nanoTime());
            last = known;
        }
        return known.space();
    }

    private Space measure() {
        try {
            long[] bytes = disk.measure();
            return new Space(bytes[0], bytes[1], level(bytes[0], bytes[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Level level(long total, long free) {
        if (free < least(total, settings.fullPercent(), settings.fullMb())) {
            return Level.FULL;
        }
        return free < least(total, settings.lowPercent(), settings.lowMb()) ? Level.LOW : Level.ENOUGH;
    }

    /** A large disk is not short of space as long as the amount is there, nor a small one as long as its part is. */
    private static long least(long total, int percent, int mib) {
        return Math.min(total / PER_CENT * percent, mib * MIB);
    }
}
