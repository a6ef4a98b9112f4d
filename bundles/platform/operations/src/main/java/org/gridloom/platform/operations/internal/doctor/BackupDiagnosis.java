package org.gridloom.platform.operations.internal.doctor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Examines when the district was last backed up; the audit trail knows, wherever the archive went. */
@Component(service = Diagnosis.class, configurationPid = DoctorSettings.PID)
public final class BackupDiagnosis implements Diagnosis {

    private static final String CHECK = "backup";
    private static final Text CAUSE =
            Text.of("磁盘损坏或误操作后无法找回数据", "After a broken disk or a mistake nothing can be brought back");
    private static final Text NEXT =
            Text.of("gridloom:backup,并设每夜定时任务", "gridloom:backup, and a timer that does it every night");

    private final DoctorSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public BackupDiagnosis(
            DoctorSettings settings,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference Clock clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        Finding finding = transactions.read(tx -> {
            Connection connection = tx.connection();
            Instant last = instant(
                    connection, "select max(recorded_at) from platform_audit where action = 'platform.backup.made'");
            Instant first = instant(connection, "select min(recorded_at) from platform_audit");
            return last == null ? none(first) : last(last);
        });
        return List.of(finding);
    }

    private Finding last(Instant at) {
        long days = days(at);
        Text what = Text.of("最近一次备份在 %d 天前", "The last backup is %d days old", days);
        return days <= settings.backupDays() ? Finding.ok(CHECK, what) : Finding.warning(CHECK, what, CAUSE, NEXT);
    }

    /** A district that has just begun is not reproached. */
    private Finding none(Instant first) {
        boolean isNew = first == null || days(first) <= settings.backupDays();
        return new Finding(
                CHECK,
                isNew ? Finding.Level.NOTE : Finding.Level.WARNING,
                Text.of("从未备份", "There is no backup yet"),
                CAUSE,
                NEXT);
    }

    private long days(Instant at) {
        return Duration.between(at, clock.instant()).toDays();
    }

    private static Instant instant(Connection connection, String sql) {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            OffsetDateTime time = row.getObject(1, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
