package org.gridloom.platform.operations.internal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.operations.internal.backup.UnfinishedRestore.Settled;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles at the start what a restore left that was killed, and says so until the next one. */
@Component(service = Diagnosis.class, immediate = true)
public final class InterruptedRestore implements Diagnosis {

    private static final String CHECK = "restore";
    private static final Logger LOG = LoggerFactory.getLogger(InterruptedRestore.class);

    private final Optional<Finding> finding;

    @Activate
    public InterruptedRestore(
            @Reference Access access,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference DataFolder data) {
        this.finding = settle(new UnfinishedRestore(access, transactions, data));
        finding.ifPresent(it -> LOG.warn(
                "{}: {}. {}", it.what().en(), it.cause().en(), it.next().en()));
    }

    @Override
    public List<Finding> findings() {
        return finding.stream().toList();
    }

    private static Optional<Finding> settle(UnfinishedRestore restore) {
        try {
            return restore.settle().map(InterruptedRestore::finding);
        } catch (IOException | UncheckedIOException e) {
            return Optional.of(Finding.problem(
                    CHECK,
                    Text.of("中断的恢复无法收尾", "A restore that was cut short cannot be brought to its end"),
                    Text.of("数据目录无法读写(%s)", "The data folder cannot be read or written (%s)", e.toString()),
                    Text.of("检查磁盘空间与权限后重启", "Check space and permissions, then start anew")));
        }
    }

    private static Finding finding(Settled settled) {
        return settled.restored()
                ? Finding.warning(
                        CHECK,
                        Text.of(
                                "恢复 %s 时服务被终止,数据已全部恢复",
                                "The server was ended while it restored %s; all of it is restored", settled.archive()),
                        Text.of(
                                "文件在本次启动时才就位,各模块可能仍持有先前的内容",
                                "The last files came into place at this start, and modules may hold the former ones"),
                        Text.of("请再重启一次", "Start Gridloom anew once more"))
                : Finding.warning(
                        CHECK,
                        Text.of(
                                "恢复 %s 时服务被终止,没有任何内容被恢复",
                                "The server was ended while it restored %s; nothing of it is restored",
                                settled.archive()),
                        Text.of(
                                "数据库事务未提交,安装仍是空的",
                                "Its transaction did not commit; the installation is as empty as before"),
                        Text.of("重新执行 gridloom:restore %1$s", "Run gridloom:restore %1$s again", settled.archive()));
    }
}
