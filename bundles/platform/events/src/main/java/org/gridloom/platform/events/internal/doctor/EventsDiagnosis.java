package org.gridloom.platform.events.internal.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.events.internal.chain.Anchors;
import org.gridloom.platform.events.internal.chain.Chain;
import org.gridloom.platform.events.internal.chain.ChainStanding;
import org.gridloom.platform.events.internal.chain.Verified;
import org.gridloom.platform.events.internal.delivery.Lag;
import org.gridloom.platform.events.internal.delivery.Lags;
import org.gridloom.platform.metric.Metric;
import org.gridloom.platform.metric.Metric.Sample;
import org.gridloom.platform.metric.MetricSource;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Examines whether records are sealed, anchored, verified now and then, and delivered. */
@Component(
        service = {Diagnosis.class, MetricSource.class},
        configurationPid = EventsDoctorSettings.PID)
@Designate(ocd = EventsDoctorSettings.class)
public final class EventsDiagnosis implements Diagnosis, MetricSource {

    private static final String SEALING = "audit.sealing";
    private static final String ANCHORS = "audit.anchors";
    private static final String VERIFIED = "audit.verified";
    private static final String DELIVERY = "events.delivery";
    private static final Text VERIFY = Finding.command("audit:verify");

    private final EventsDoctorSettings settings;
    private final Transactions transactions;
    private final Anchors anchors;
    private final Lags lags;
    private final Clock clock;

    @Activate
    public EventsDiagnosis(
            EventsDoctorSettings settings,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference Anchors anchors,
            @Reference Lags lags,
            @Reference Clock clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.anchors = anchors;
        this.lags = lags;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Chain chain : Chain.values()) {
            ChainStanding standing = standing(chain);
            findings.add(sealing(chain, standing));
            findings.add(anchored(chain, standing));
        }
        findings.add(verified());
        List<Lag> behind = lags.all();
        behind.stream().flatMap(this::delivery).forEach(findings::add);
        if (findings.stream().noneMatch(finding -> finding.check().equals(DELIVERY))) {
            findings.add(Finding.ok(
                    DELIVERY, Text.of("%d 个订阅者都跟得上", "All %d subscribers keep up with the events", behind.size())));
        }
        return findings;
    }

    private Finding sealing(Chain chain, ChainStanding standing) {
        long seconds = standing.unsealedSeconds(clock.instant());
        Text what = Text.of(
                "%s 链:%d 条未封存,最久 %d 秒",
                "Chain %s: %d records are not sealed, one for %d s", chain.key(), standing.unsealed(), seconds);
        return seconds <= settings.sealSeconds()
                ? Finding.ok(SEALING, what)
                : Finding.problem(
                        SEALING,
                        what,
                        Text.of(
                                "封存线程未运行,或数据库拒绝写入;其间事件不会投递",
                                "The sealer does not run, or the database refuses to be written; meanwhile no event is"
                                        + " delivered"),
                        Text.of(
                                "log:display | grep -i seal,必要时重启",
                                "log:display | grep -i seal; start anew if need be"));
    }

    private Finding anchored(Chain chain, ChainStanding standing) {
        List<Text> faults = anchors.faults(chain);
        if (!faults.isEmpty()) {
            return Finding.problem(
                    ANCHORS,
                    faults.get(0),
                    Text.of("锚定或签名密钥被改动,不能再证明审计未被篡改", "What would prove the trail untouched was touched itself"),
                    VERIFY);
        }
        Duration without = anchors.behind(chain, standing.end(), clock.instant());
        Text what = Text.of(
                "%s 链:锚定落后 %d 秒", "Chain %s: the anchor of its end is %d s behind", chain.key(), without.toSeconds());
        return without.toSeconds() <= settings.anchorSeconds()
                ? Finding.ok(ANCHORS, what)
                : Finding.warning(
                        ANCHORS,
                        Text.of(
                                "%s 链:已 %d 秒没有锚定",
                                "Chain %s: its end has not been put down for %d s", chain.key(), without.toSeconds()),
                        Text.of("数据目录不可写或磁盘已满", "The data folder cannot be written or its disk is full"),
                        Text.of(
                                "检查 anchors 目录的空间与权限,再看 log:display",
                                "Space and permissions of the folder anchors; log:display"));
    }

    private Finding verified() {
        Verified last = anchors.lastVerified();
        Text cause = Text.of("没有定期校验,篡改就不会被发现", "Unless somebody verifies, nobody finds out about tampering");
        if (last == null) {
            return Finding.note(
                    VERIFIED, Text.of("审计链从未在本节点校验过", "The chains were never verified on this node"), cause, VERIFY);
        }
        if (!last.whole()) {
            return Finding.problem(
                    VERIFIED,
                    Text.of("%s 的校验发现篡改", "The verification of %s found the records tampered with", last.at()),
                    Text.of("审计记录或事件被改动过", "Entries or events were changed"),
                    VERIFY);
        }
        long days = Duration.between(last.at(), clock.instant()).toDays();
        Text what = Text.of("审计链 %d 天前校验完整", "The chains were whole %d days ago", days);
        return days <= settings.verifiedDays()
                ? Finding.ok(VERIFIED, what)
                : Finding.note(VERIFIED, what, cause, VERIFY);
    }

    private Stream<Finding> delivery(Lag lag) {
        if (lag.parked() > 0) {
            return Stream.of(Finding.warning(
                    DELIVERY,
                    Text.of("%s:%d 个事件已搁置", "%s: %d events are parked", lag.subscriber(), lag.parked()),
                    Text.of("该模块处理失败,后续同一对象的事件在等待", "Its module failed at them; later ones of the same records wait"),
                    Text.of(
                            "events:parked %1$s;排除原因后 events:retry --all %1$s,或 events:skip",
                            "events:parked %1$s; mend the cause, then events:retry --all %1$s, or events:skip",
                            lag.subscriber())));
        }
        long seconds = lag.oldest() == null
                ? 0
                : Duration.between(lag.oldest(), clock.instant()).toSeconds();
        if (lag.here() && seconds > settings.deliverySeconds()) {
            return Stream.of(Finding.warning(
                    DELIVERY,
                    Text.of(
                            "%s:%d 个事件待投递,最久 %d 秒",
                            "%s: %d events wait for it, one for %d s", lag.subscriber(), lag.waiting(), seconds),
                    Text.of("处理太慢、正在重试,或刚安装还在补历史", "It is slow, is being retried, or is new and still catches up"),
                    Text.of("events:subscribers,稍后再查", "events:subscribers, and again later")));
        }
        return Stream.of();
    }

    private ChainStanding standing(Chain chain) {
        return transactions.read(tx -> ChainStanding.read(tx.connection(), chain));
    }

    @Override
    public List<Metric> metrics() {
        Instant now = clock.instant();
        List<Sample> sealed = new ArrayList<>();
        List<Sample> unsealed = new ArrayList<>();
        List<Sample> age = new ArrayList<>();
        for (Chain chain : Chain.values()) {
            ChainStanding standing = standing(chain);
            Map<String, String> labels = Map.of("chain", chain.key());
            sealed.add(Sample.of(labels, standing.end()));
            unsealed.add(Sample.of(labels, standing.unsealed()));
            age.add(Sample.of(labels, standing.unsealedSeconds(now)));
        }
        List<Lag> behind = lags.all();
        return List.of(
                Metric.counter("gridloom_records_sealed_total", "Audit entries and events in their chain", sealed),
                Metric.gauge("gridloom_records_unsealed", "Records without a place in their chain", unsealed),
                Metric.gauge("gridloom_records_unsealed_age_seconds", "Age of the oldest of them", age),
                Metric.gauge(
                        "gridloom_subscriber_waiting",
                        "Events that a subscriber of this node has still to get",
                        behind.stream()
                                .filter(Lag::here)
                                .map(lag -> sample(lag, lag.waiting()))
                                .toList()),
                Metric.gauge(
                        "gridloom_subscriber_parked",
                        "Events that a subscriber failed at for good",
                        behind.stream().map(lag -> sample(lag, lag.parked())).toList()));
    }

    private static Sample sample(Lag lag, long value) {
        return Sample.of(Map.of("subscriber", lag.subscriber()), value);
    }
}
