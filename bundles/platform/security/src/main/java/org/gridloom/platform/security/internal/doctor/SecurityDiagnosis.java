package org.gridloom.platform.security.internal.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.security.internal.FirstStart;
import org.gridloom.platform.security.internal.store.AccountCount;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Examines what is left of the first start, and whether the database fits the number of users. */
@Component(service = Diagnosis.class, configurationPid = SecurityDoctorSettings.PID)
@Designate(ocd = SecurityDoctorSettings.class)
public final class SecurityDiagnosis implements Diagnosis {

    private static final String LOGIN = "security.first-login";
    private static final String DATABASE = "security.database";

    private final SecurityDoctorSettings settings;
    private final Transactions transactions;
    private final DataFolder files;
    private final Clock clock;

    @Activate
    public SecurityDiagnosis(
            SecurityDoctorSettings settings,
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.security)") Transactions transactions,
            @Reference DataFolder files,
            @Reference Clock clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        return transactions.read(tx -> {
            AccountCount accounts = new AccountCount(tx.connection());
            List<Finding> findings = new ArrayList<>();
            findings.add(login(accounts.hasNewPassword(FirstStart.ADMINISTRATOR)));
            try {
                boolean file =
                        tx.connection().getMetaData().getDatabaseProductName().equals("H2");
                findings.add(database(file, accounts.enabled()));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return findings;
        });
    }

    private Finding login(boolean changed) {
        Path file = files.path().resolve(FirstStart.FILE);
        if (!Files.exists(file)) {
            return Finding.ok(LOGIN, Text.of("没有遗留的初始登录文件", "The file of the first login is gone"));
        }
        if (changed) {
            return Finding.note(
                    LOGIN,
                    Text.of("%s 中的初始密码已作废", "%s holds a password that is no longer in use", file),
                    Text.of("文件已无用,却可能被误用", "Nobody needs the file, and somebody may believe it"),
                    Finding.command("rm " + file));
        }
        long days = age(file).toDays();
        return new Finding(
                LOGIN,
                days < settings.loginDays() ? Finding.Level.NOTE : Finding.Level.WARNING,
                Text.of(
                        "管理员的初始密码仍在 %s 中(%d 天)",
                        "The administrator's first password is still in %s (%d days)", file, days),
                Text.of("读到此文件的人即是管理员", "Whoever reads the file is the administrator"),
                Text.of("以 admin 登录执行 account:password,再 rm %s", "account:password as admin, then rm %s", file));
    }

    private Duration age(Path file) {
        try {
            return Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Finding database(boolean file, long accounts) {
        Text what = file
                ? Text.of("%d 个账号,数据库为 H2 文件", "%d accounts on a database in a file (H2)", accounts)
                : Text.of("%d 个账号,数据库为 PostgreSQL", "%d accounts on PostgreSQL", accounts);
        return file && accounts > settings.fileDatabaseAccounts()
                ? Finding.note(
                        DATABASE,
                        what,
                        Text.of("H2 适合试用与小范围;只能单节点", "H2 is for trial and small districts, and for one node only"),
                        Text.of(
                                "gridloom:backup,以 GRIDLOOM_DB_URL 指向空 PostgreSQL 重启,再 gridloom:restore",
                                "gridloom:backup, start with GRIDLOOM_DB_URL of an empty PostgreSQL, gridloom:restore"))
                : Finding.ok(DATABASE, what);
    }
}
