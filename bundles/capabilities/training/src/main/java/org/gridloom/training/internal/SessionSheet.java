package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.EDIT;
import static org.gridloom.training.TrainingPermissions.READ;

import java.util.List;
import java.util.Set;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetColumn.Choice;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.text.Text;
import org.gridloom.training.SessionDraft;
import org.gridloom.training.SessionFilter;
import org.gridloom.training.Sessions;
import org.gridloom.training.Term;
import org.gridloom.training.Vocabulary;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of sessions; those of before come in the state in which they stand. */
@Component(service = Sheet.class)
public final class SessionSheet implements Sheet {

    private static final int MOST = 10_000;

    private final Desk desk;
    private final DefaultSessions sessions;
    private final TrainingRules rules;

    @Activate
    public SessionSheet(@Reference Desk desk, @Reference DefaultSessions sessions, @Reference TrainingRules rules) {
        this.desk = desk;
        this.sessions = sessions;
        this.rules = rules;
    }

    @Override
    public SheetDefinition definition() {
        Vocabulary words = rules.vocabulary(desk.today());
        return new SheetDefinition(
                "training.sessions",
                Text.of("培训期次", "Sessions of training"),
                EDIT,
                READ,
                Set.of("unit", "topic", "format", "state", "programme", "studio", "q", "from", "to"),
                MOST,
                List.of(
                        SheetColumn.code("number", Text.of("期次", "Number"))
                                .needed()
                                .upTo(40)
                                .as("2026-001"),
                        SheetColumn.text("title", Text.of("主题", "Title"))
                                .needed()
                                .upTo(200)
                                .aka("培训主题"),
                        SheetColumn.choice("topic", Text.of("内容", "Topic"), choices(words.topics()))
                                .needed()
                                .aka("培训内容"),
                        SheetColumn.choice("format", Text.of("形式", "Format"), choices(words.formats()))
                                .needed()
                                .aka("培训形式"),
                        SheetColumn.date("heldOn", Text.of("日期", "Day"))
                                .needed()
                                .aka("时间", "培训时间", "举办日期")
                                .as("2026-03-05"),
                        SheetColumn.text("hours", Text.of("时段", "Hours")).upTo(40),
                        SheetColumn.text("place", Text.of("地点", "Place"))
                                .upTo(100)
                                .aka("培训地点"),
                        SheetColumn.text("trainers", Text.of("授课人编码", "Trainers"))
                                .upTo(900)
                                .aka("授课人")
                                .explained(Text.of("师资编码，多个用分号隔开", "Codes of trainers, with ; between them")),
                        SheetColumn.code("unit", Text.of("举办单元编码", "Unit"))
                                .needed()
                                .upTo(40)
                                .aka("单元编码"),
                        SheetColumn.code("programme", Text.of("培训项目编码", "Programme")),
                        SheetColumn.code("studio", Text.of("工作室编码", "Studio")),
                        SheetColumn.whole("capacity", Text.of("名额", "Places")),
                        SheetColumn.choice("state", Text.of("状态", "State"), states())
                                .explained(Text.of(
                                        "空为计划中；已有的期次不在此改状态", "Planned if empty; that of a known session stays")),
                        SheetColumn.text("note", Text.of("备注", "Note")).upTo(200)));
    }

    private static List<Choice> choices(List<Term> terms) {
        return terms.stream().map(term -> new Choice(term.code(), term.name())).toList();
    }

    private static List<Choice> states() {
        return SessionStates.MACHINE.states().stream()
                .map(state -> new Choice(state.code(), state.name()))
                .toList();
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        SessionImport work = new SessionImport(desk, sessions);
        return new Importing<>(
                        desk, SessionSheet::read, "number", row -> row.draft().number(), work::check, work::put)
                .load(rows, dryRun, progress);
    }

    private static SessionRow read(SheetRow row) {
        return new SessionRow(
                new SessionDraft(
                        row.text("number"),
                        row.text("title"),
                        row.text("topic"),
                        row.text("format"),
                        row.text("unit"),
                        row.date("heldOn"),
                        row.text("hours"),
                        row.text("place"),
                        row.text("programme"),
                        row.text("studio"),
                        row.list("trainers"),
                        row.whole("capacity"),
                        row.text("note")),
                row.text("state"));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        SessionFilter filter = new SessionFilter(
                query.text("unit"),
                query.text("topic"),
                query.text("format"),
                query.text("state"),
                query.text("programme"),
                query.text("studio"),
                query.text("q"),
                query.date("from"),
                query.date("to"));
        SheetPages.each(
                query,
                Sessions.SORTABLE,
                page -> sessions.list(filter, page),
                it -> out.row(
                        it.number(),
                        it.title(),
                        it.topic(),
                        it.format(),
                        it.heldOn(),
                        it.hours(),
                        it.place(),
                        it.trainers(),
                        it.unit(),
                        it.programme(),
                        it.studio(),
                        it.capacity() == null ? 0 : it.capacity(),
                        it.state(),
                        it.note()));
    }
}
