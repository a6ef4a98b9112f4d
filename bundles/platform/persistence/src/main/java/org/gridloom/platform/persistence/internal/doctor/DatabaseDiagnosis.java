package org.gridloom.platform.persistence.internal.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.metric.Metric;
import org.gridloom.platform.metric.Metric.Sample;
import org.gridloom.platform.metric.MetricSource;
import org.gridloom.platform.persistence.PersistenceUnitState;
import org.gridloom.platform.persistence.PersistenceUnitState.Phase;
import org.gridloom.platform.persistence.PersistenceUnits;
import org.gridloom.platform.persistence.PoolState;
import org.gridloom.platform.persistence.internal.db.Dialect;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Examines the database and the way to it. */
@Component(
        service = {Diagnosis.class, MetricSource.class},
        configurationPid = DatabaseDoctorSettings.PID)
@Designate(ocd = DatabaseDoctorSettings.class)
public final class DatabaseDiagnosis implements Diagnosis, MetricSource {

    private static final String CHECK = "database";
    private static final String POOL = "database.pool";
    private static final String PLATFORM = "platform";
    private static final long MIB = 1 << 20;
    private static final long PER_CENT = 100;

    private final DatabaseDoctorSettings settings;
    private final PersistenceUnits units;
    private final Clock clock;
    private final ProcessorShares shares;

    /** Is there once the platform's tables are. */
    @Reference(
            target = "(osgi.unit.name=platform)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Transactions transactions;

    @Activate
    public DatabaseDiagnosis(
            DatabaseDoctorSettings settings, @Reference PersistenceUnits units, @Reference Clock clock) {
        this(settings, units, clock, Path.of("/"));
    }

    /** @param root of the file system, for tests */
    public DatabaseDiagnosis(DatabaseDoctorSettings settings, PersistenceUnits units, Clock clock, Path root) {
        this.settings = settings;
        this.units = units;
        this.clock = clock;
        this.shares = new ProcessorShares(root);
    }

    /** Outside a container, for tests. */
    public void use(Transactions platform) {
        transactions = platform;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        PoolState pool = units.pool();
        findings.add(pool(pool));
        boolean exhausted = pool.waiting() > 0 && pool.active() >= pool.size();
        if (!exhausted && !units.reachable()) {
            findings.add(Finding.problem(
                    CHECK,
                    Text.of("数据库无应答", "The database does not answer"),
                    Text.of(
                            "数据库未运行、网络不通,或 GRIDLOOM_DB_URL、GRIDLOOM_DB_USER、GRIDLOOM_DB_PASSWORD 有误",
                            "It does not run, the network is down, or GRIDLOOM_DB_URL, GRIDLOOM_DB_USER or"
                                    + " GRIDLOOM_DB_PASSWORD are wrong"),
                    Text.of("先启动数据库;平台会自行重连", "Start the database; the platform connects by itself")));
            return findings;
        }
        Transactions now = transactions;
        units.states().stream()
                .filter(unit -> unit.phase() != Phase.OPEN)
                .filter(unit -> unit.phase() != Phase.FAILED || unit.unit().equals(PLATFORM))
                .forEach(unit -> findings.add(notOpen(unit)));
        if (now != null && !exhausted) {
            now.read(tx -> {
                try {
                    examine(tx.connection(), findings);
                    return null;
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        return findings;
    }

    private static Finding pool(PoolState pool) {
        Text what = Text.of(
                "数据库连接:共 %d,在用 %d,等待 %d",
                "Connections to the database: %d, in use %d, waited for by %d",
                pool.size(),
                pool.active(),
                pool.waiting());
        if (pool.waiting() == 0) {
            return Finding.ok(POOL, what);
        }
        return Finding.warning(
                POOL,
                what,
                Text.of(
                        "连接已用尽,请求在排队:有长事务,或并发超过连接池",
                        "All connections are in use and requests queue: some transaction takes long, or the pool is too"
                                + " small for the load"),
                Text.of("设置更大的 GRIDLOOM_DB_POOL 后重启", "Set a larger GRIDLOOM_DB_POOL and start anew"));
    }

    private static Finding notOpen(PersistenceUnitState unit) {
        Text phase = unit.phase() == Phase.MIGRATING
                ? Text.of("%s 正在升级数据表", "%s: its tables are being brought up to date", unit.unit())
                : Text.of("%s 的数据表未就绪", "%s: its tables are not ready", unit.unit());
        if (unit.phase() == Phase.FAILED) {
            return Finding.problem(
                    "database.migration",
                    phase,
                    unit.message(),
                    Text.of("查看日志 log:display,更正后重启", "See log:display, put it right and start anew"));
        }
        return Finding.warning(
                "database.migration",
                phase,
                Text.of("升级未完成,或在等另一节点的升级", "The migration is not through, or waits for another node's"),
                Text.of(
                        "稍候再查 gridloom:doctor;多节点时先看另一节点",
                        "gridloom:doctor again shortly; look at the other node first"));
    }

    private void examine(Connection connection, List<Finding> findings) throws SQLException {
        Inspection inspection = Inspection.of(connection);
        findings.add(version(connection.getMetaData()));
        findings.add(skew(inspection));
        findings.add(longOnes(inspection));
        Optional<Inspection.Connections> connections = inspection.connections();
        if (connections.isPresent()) {
            findings.add(connections(connections.get()));
        }
        Optional<Inspection.LongOnes> migrating = inspection.migrating(Dialect.MIGRATION_LOCK);
        if (migrating.isPresent()) {
            findings.add(migrating(migrating.get()));
        }
        if (inspection.isBeside()) {
            findings.add(processors());
        }
        if (inspection.isElsewhere()) {
            findings.add(disk(inspection));
        }
    }

    private Finding version(DatabaseMetaData meta) throws SQLException {
        Text what = Text.of(
                "数据库可用:%s %s",
                "The database answers: %s %s", meta.getDatabaseProductName(), meta.getDatabaseProductVersion());
        boolean old = meta.getDatabaseProductName().equals("PostgreSQL")
                && meta.getDatabaseMajorVersion() < settings.oldestPostgres();
        return old
                ? Finding.warning(
                        CHECK,
                        what,
                        Text.of("该版本已不再收到安全更新", "This version gets no security fixes any more"),
                        Text.of(
                                "先 gridloom:backup,再升级到 PostgreSQL %d 或更高",
                                "gridloom:backup, then go to PostgreSQL %d or later", settings.oldestPostgres()))
                : Finding.ok(CHECK, what);
    }

    private Finding skew(Inspection inspection) throws SQLException {
        Instant before = clock.instant();
        Instant there = inspection.now();
        Instant after = clock.instant();
        Instant here = before.plus(Duration.between(before, after).dividedBy(2));
        long seconds = Math.abs(Duration.between(here, there).toSeconds());
        Text what = Text.of("本机与数据库时钟相差 %d 秒", "The clocks of node and database differ by %d s", seconds);
        return seconds <= settings.skewSeconds()
                ? Finding.ok("database.clock", what)
                : Finding.warning(
                        "database.clock",
                        what,
                        Text.of("时限、会话与审计时间会不一致", "Deadlines, sessions and times in the audit trail disagree"),
                        Text.of(
                                "在两台机器上启用时间同步(timedatectl set-ntp true)",
                                "timedatectl set-ntp true, on both machines"));
    }

    private Finding longOnes(Inspection inspection) throws SQLException {
        Inspection.LongOnes open = inspection.openFor(settings.longSeconds());
        String check = "database.transactions";
        if (open.count() == 0) {
            return Finding.ok(
                    check,
                    Text.of("没有超过 %d 秒的事务", "No transaction is open for more than %d s", settings.longSeconds()));
        }
        return Finding.warning(
                check,
                Text.of(
                        "%d 个事务未结束,最久 %d 秒(%s)",
                        "%d transactions are open, one for %d s (%s)",
                        open.count(),
                        open.oldestSeconds(),
                        open.client()),
                Text.of("它占用行锁与连接,并阻碍清理旧行", "They hold locks and connections and keep old rows from being cleaned up"),
                Text.of(
                        "查看线程 shell:threads;别的程序的事务在数据库端结束",
                        "shell:threads; end another program's transaction at the database"));
    }

    private Finding connections(Inspection.Connections connections) {
        Text what = Text.of(
                "数据库服务器连接 %d / %d",
                "The database server has %d of %d connections", connections.used(), connections.most());
        return connections.used() * PER_CENT < connections.most() * settings.connectionsPercent()
                ? Finding.ok("database.connections", what)
                : Finding.warning(
                        "database.connections",
                        what,
                        Text.of("新连接将被拒绝", "It will refuse further ones"),
                        Text.of(
                                "减小各节点的 GRIDLOOM_DB_POOL,或增大 max_connections",
                                "A smaller GRIDLOOM_DB_POOL on the nodes, or a larger max_connections"));
    }

    private Finding migrating(Inspection.LongOnes holder) {
        return new Finding(
                "database.migration",
                holder.oldestSeconds() > settings.longSeconds() ? Finding.Level.WARNING : Finding.Level.NOTE,
                Text.of(
                        "%s 正持有升级锁,连接已 %d 秒",
                        "The lock on migrations is held by %s, connected for %d s",
                        holder.client(),
                        holder.oldestSeconds()),
                Text.of("该节点正在升级数据表;其他节点等待", "That node brings tables up to date; others wait for it"),
                Text.of("查看该节点的日志;它停止后锁自行释放", "See that node's log; the lock ends when it stops"));
    }

    private Finding processors() {
        String check = "database.processors";
        return shares.isOnePerSession()
                ? Finding.note(
                        check,
                        Text.of(
                                "本机数据库的每个连接与本服务的全部线程分得同样多的处理器时间",
                                "Each connection's process of the database on this machine gets as much of the processors"
                                        + " as all threads of this server together"),
                        Text.of(
                                "Linux 自动分组(sched_autogroup)开启;繁忙时个别请求会等数百毫秒",
                                "Linux' autogroup is on; under load single requests wait for some hundred milliseconds"),
                        Finding.command("sysctl -w kernel.sched_autogroup_enabled=0"))
                : Finding.ok(check, Text.of("Linux 自动分组对本服务不起作用", "Linux' autogroup has no say over this server"));
    }

    private Finding disk(Inspection inspection) throws SQLException {
        String check = "database.disk";
        long mib = inspection.bytes().orElse(0L) / MIB;
        Optional<Path> folder = inspection.folder();
        if (folder.isEmpty()) {
            return Finding.ok(
                    check,
                    Text.of(
                            "数据库 %d MB;其磁盘余量从本机看不到,请在数据库主机上监控",
                            "The database has %d MB; the space left for it cannot be seen from here: watch it on its own"
                                    + " machine",
                            mib));
        }
        try {
            FileStore store = Files.getFileStore(folder.get());
            long free = store.getUsableSpace();
            Text what =
                    Text.of("数据库 %d MB,其磁盘剩余 %d MB", "The database has %d MB, its disk %d MB left", mib, free / MIB);
            return free < settings.diskMb() * MIB
                    ? Finding.problem(
                            check,
                            what,
                            Text.of("磁盘写满后数据库会停止", "The database stops when its disk is full"),
                            Text.of("扩容,或清理 df -h %s", "Make room: df -h %s", folder.get()))
                    : Finding.ok(check, what);
        } catch (IOException e) {
            return Finding.ok(
                    check, Text.of("数据库 %d MB;磁盘余量不可读", "The database has %d MB; its disk cannot be read", mib));
        }
    }

    @Override
    public List<Metric> metrics() {
        PoolState pool = units.pool();
        return List.of(
                Metric.gauge("gridloom_pool_size", "Most connections to the database", pool.size()),
                Metric.gauge("gridloom_pool_active", "Connections in use", pool.active()),
                Metric.gauge("gridloom_pool_idle", "Connections that wait for work", pool.idle()),
                Metric.gauge("gridloom_pool_waiting", "Threads that wait for a connection", pool.waiting()),
                Metric.gauge(
                        "gridloom_persistence_units",
                        "Persistence units by phase",
                        List.of(Phase.values()).stream()
                                .map(phase -> Sample.of(
                                        Map.of("phase", phase.name().toLowerCase(Locale.ROOT)),
                                        units.states().stream()
                                                .filter(unit -> unit.phase() == phase)
                                                .count()))
                                .toList()));
    }
}
