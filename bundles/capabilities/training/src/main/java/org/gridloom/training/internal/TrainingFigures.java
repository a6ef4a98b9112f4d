package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.READ;

import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.AttendanceFilter;
import org.gridloom.training.CertificateFilter;
import org.gridloom.training.CoverageFilter;
import org.gridloom.training.CoveredPerson;
import org.gridloom.training.SessionFilter;
import org.gridloom.training.internal.store.AttendanceEntity;
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
    public List<Figure> figures(FigureQuery query) {
        List<Figure> figures = new ArrayList<>();
        desk.transactions().read(tx -> figures.addAll(counted(tx, query)));
        if (query.codes().contains(COVERAGE) || query.codes().contains(GAPS)) {
            figures.addAll(covered(query));
        }
        return figures;
    }

    private static List<Figure> counted(Tx tx, FigureQuery query) {
        List<Figure> figures = new ArrayList<>();
        String span = (query.from() == null ? "" : "&from=" + query.from()) + "&to=" + query.asOf();
        if (query.codes().contains(SESSIONS)) {
            SessionFilter held = new SessionFilter(
                    null, null, null, SessionStates.HELD, null, null, null, query.from(), query.asOf());
            figures.add(figure(
                    query,
                    SESSIONS,
                    new SessionStore(tx).count(held, query.scope()),
                    "training/sessions?state=held&unit=" + query.unit() + span));
        }
        if (query.codes().contains(ATTENDANCES)) {
            AttendanceFilter attended =
                    new AttendanceFilter(null, null, null, null, AttendanceEntity.ATTENDED, query.from(), query.asOf());
            figures.add(figure(
                    query,
                    ATTENDANCES,
                    new AttendanceStore(tx.em()).count(attended, query.scope()),
                    "training/attendances?state=attended&unit=" + query.unit() + span));
        }
        if (query.codes().contains(CERTIFICATES)) {
            CertificateFilter good = new CertificateFilter(null, null, null, query.asOf(), null);
            figures.add(figure(
                    query,
                    CERTIFICATES,
                    new CertificateStore(tx.em()).count(good, query.scope()),
                    "training/certificates?unit=" + query.unit() + "&validOn=" + query.asOf()));
        }
        return figures;
    }

    private List<Figure> covered(FigureQuery query) {
        List<CoveredPerson> people = desk.access()
                .asSystem(
                        "training",
                        () -> coverage.read(new CoverageFilter(query.unit(), null, null, null, query.asOf())));
        long done = people.stream().filter(CoveredPerson::covered).count();
        List<Figure> figures = new ArrayList<>();
        if (query.codes().contains(COVERAGE)) {
            figures.add(
                    new Figure(COVERAGE, query.unit(), Scores.percent(done, people.size()), query.asOf(), null, null));
        }
        if (query.codes().contains(GAPS)) {
            figures.add(new Figure(
                    GAPS,
                    query.unit(),
                    people.size() - done,
                    query.asOf(),
                    null,
                    "training/coverage/people?covered=false&unit=" + query.unit() + "&asOf=" + query.asOf()));
        }
        return figures;
    }

    private static Figure figure(FigureQuery query, String code, long value, String drillDown) {
        return new Figure(code, query.unit(), value, query.asOf(), query.from(), drillDown);
    }
}
