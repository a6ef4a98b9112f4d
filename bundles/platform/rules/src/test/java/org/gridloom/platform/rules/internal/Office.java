package org.gridloom.platform.rules.internal;

import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.sheets.internal.DefaultSheets;
import org.gridloom.platform.sheets.internal.StoredMappings;
import org.gridloom.platform.sheets.internal.table.Limits;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.text.Text;
import org.osgi.framework.BundleContext;

/** The services over a test database, and a rule set to try them on. */
final class Office {

    static final String SET = "demo.deadlines";
    static final String DOCUMENT = "和委办发〔2026〕3号";

    final RuleBook book;
    final RuleSets sets;
    final DefaultRules rules;
    final Citations citations;
    final RuleEditing editing;
    final DefaultSheets lists;
    final RuleSheets tables;
    final CalendarBook calendar;
    final Calendars calendars;

    Office(TestDatabase db) {
        book = new RuleBook(db.transactions());
        sets = new RuleSets(db.transactions(), db.access(), db.clock(), book);
        calendar = new CalendarBook(db.transactions(), new CalendarSettings(), db.clock());
        rules = new DefaultRules(sets, book, calendar, db.clock());
        citations = new Citations(db.access());
        editing =
                new RuleEditing(db.transactions(), db.access(), db.checks(), db.clock(), sets, book, rules, citations);
        lists = DefaultSheets.limited(
                db.access(),
                new StoredMappings(db.platform(), db.access()),
                db.platform(),
                TestFiles.temporary(),
                db.clock(),
                Limits.USUAL);
        tables = new RuleSheets(mock(BundleContext.class), sets, editing, lists);
        calendars = new Calendars(db.transactions(), db.access(), db.checks(), calendar, citations, db.clock(), lists);
    }

    static RuleSet declared(String defaultTime) {
        return new RuleSet() {
            @Override
            public String code() {
                return SET;
            }

            @Override
            public Text name() {
                return Text.of("办理时限", "Deadlines");
            }

            @Override
            public Text description() {
                return Text.of("各类事项的办理时限", "How long a matter of each kind may take");
            }

            @Override
            public List<RuleColumn> columns() {
                return List.of(
                        RuleColumn.text("kind", Text.of("种类", "Kind")).asKey(),
                        RuleColumn.duration("time", Text.of("时限", "Time"), 1, 90));
            }

            @Override
            public List<Map<String, String>> defaults() {
                return List.of(row("一般", defaultTime));
            }
        };
    }

    static Map<String, String> row(String kind, String time) {
        return Map.of("kind", kind, "time", time);
    }

    static RuleDraft draft(LocalDate from, int days) {
        return new RuleDraft(from, List.of(DOCUMENT), null, List.of(row("一般", days + " WORK_DAYS")));
    }

    RuleVersion publish(LocalDate from, int days) {
        RuleVersion draft = editing.draft(SET, draft(from, days));
        return editing.publish(draft.id(), draft.version());
    }

    int days(LocalDate date) {
        return rules.at(SET, date)
                .row("kind", "一般")
                .orElseThrow()
                .duration("time")
                .amount();
    }
}
