package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.READ;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions.Work;
import org.gridloom.training.Attendance;
import org.gridloom.training.AttendanceFilter;
import org.gridloom.training.CertificateFilter;
import org.gridloom.training.SessionFilter;
import org.gridloom.training.TopicCoverage;
import org.gridloom.training.internal.domain.Scores;
import org.gridloom.training.internal.store.AttendanceStore;
import org.gridloom.training.internal.store.CertificateStore;
import org.gridloom.training.internal.store.SessionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions, attendances and certificates; and how far those who should be trained are. */
@Component
public final class TrainingFigures implements FigureProvider {

    private static final String SESSIONS = "training.sessions";
    private static final String ATTENDANCES = "training.attendances";
    private static final String CERTIFICATES = "training.certificates";
    private static final String COVERAGE = "training.coverage";
    private static final String GAPS = "training.gaps";

    private final Desk desk;
    private final DefaultTrainingCoverage coverage;

    @Activate
    public TrainingFigures(@Reference Desk desk, @Reference DefaultTrainingCoverage coverage) {
        this.desk = desk;
        this.coverage = coverage;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(
                new FigureDefinition(
                        SESSIONS,
                        Text.of("累计培训", "Sessions of training"),
                        Text.of(
                                "本单元及其下举办、截至该日已举办的培训期数；给出起始日期时自该日起",
                                "Sessions that the unit or one below held up to the date; from a first day on where"
                                        + " one is given"),
                        Text.of("期", "sessions"),
                        READ),
                new FigureDefinition(
                        ATTENDANCES,
                        Text.of("累计参训", "Attendances of training"),
                        Text.of(
                                "来自本单元及其下的人员截至该日的参训人次，同一人同一期只计一次；给出起始日期时自该日起",
                                "Attendances, up to the date, of people from the unit or below, each person once a"
                                        + " session; from a first day on where one is given"),
                        Text.of("人次", "attendances"),
                        READ),
                new FigureDefinition(
                        CERTIFICATES,
                        Text.of("有效培训证书", "Certificates of training"),
                        Text.of(
                                "来自本单元及其下的人员在该日有效的证书数",
                                "Certificates, good on the date, of people from the unit or below"),
                        Text.of("张", "certificates"),
                        READ),
                new FigureDefinition(
                        COVERAGE,
                        Text.of("培训覆盖率", "Coverage of training"),
                        Text.of(
                                "培训对象中，在规定期限内参训过的“人员×内容”占全部“人员×内容”的比例",
                                "Of each person to be trained with each topic, the share that was had within the time"
                                        + " of the rules"),
                        Text.of("%", "%"),
                        READ),
                new FigureDefinition(
                        GAPS,
                        Text.of("培训缺口", "Gaps of training"),
                        Text.of(
                                "培训对象中，在规定期限内未参训的“人员×内容”数",
                                "Of each person to be trained with each topic, those not had within the time of the"
                                        + " rules"),
                        Text.of("项", "gaps"),
                        READ));
    }

    @Override
    public List<Figure> figures(FigureQuery asked) {
        Answers answers = new Answers(asked);
        LocalDate from = asked.from();
        LocalDate asOf = asked.asOf();
        String unit = "unit=" + asked.unit();
        String period = unit + (from == null ? "" : "&from=" + from) + "&to=" + asOf;
        answers.add(
                SESSIONS,
                () -> counted(tx -> new SessionStore(tx)
                        .count(
                                new SessionFilter(null, null, null, SessionStates.HELD, null, null, null, from, asOf),
                                asked.scope())),
                from,
                "training/sessions?state=held&" + period);
        answers.add(
                ATTENDANCES,
                () -> counted(tx -> new AttendanceStore(tx.em())
                        .count(
                                new AttendanceFilter(null, null, null, null, Attendance.ATTENDED, from, asOf),
                                asked.scope())),
                from,
                "training/attendances?state=attended&" + period);
        answers.add(
                CERTIFICATES,
                () -> counted(tx -> new CertificateStore(tx.em())
                        .count(new CertificateFilter(null, null, null, asOf, null), asked.scope())),
                from,
                "training/certificates?" + unit + "&validOn=" + asOf);
        if (asked.codes().contains(COVERAGE) || asked.codes().contains(GAPS)) {
            List<TopicCoverage> topics = desk.access().asSystem("training", () -> coverage.report(asked.unit(), asOf));
            long audience = topics.stream().mapToLong(TopicCoverage::audience).sum();
            long covered = topics.stream().mapToLong(TopicCoverage::covered).sum();
            answers.add(COVERAGE, () -> Scores.percent(covered, audience), null, null);
            answers.add(
                    GAPS,
                    () -> audience - covered,
                    null,
                    "training/coverage/people?covered=false&" + unit + "&asOf=" + asOf);
        }
        return answers.figures();
    }

    private long counted(Work<Long> count) {
        return desk.transactions().read(count);
    }

    /** The figures that were asked for. */
    private record Answers(FigureQuery asked, List<Figure> figures) {

        Answers(FigureQuery asked) {
            this(asked, new ArrayList<>());
        }

        void add(String code, Supplier<Number> value, LocalDate from, String drillDown) {
            if (asked.codes().contains(code)) {
                figures.add(new Figure(code, asked.unit(), value.get(), asked.asOf(), from, drillDown));
            }
        }
    }
}
