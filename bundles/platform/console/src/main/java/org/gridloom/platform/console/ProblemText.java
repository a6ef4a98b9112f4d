package org.gridloom.platform.console;

import java.util.Locale;
import org.apache.karaf.shell.support.ansi.SimpleAnsi;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;

/** A refusal as the console shows it. */
final class ProblemText {

    private static final Text ROW = new Text("第 %d 行", "row %d");

    private ProblemText() {}

    static String of(Problem problem, Locale locale) {
        StringBuilder lines = new StringBuilder(SimpleAnsi.COLOR_RED)
                .append(problem.text().in(locale))
                .append(SimpleAnsi.COLOR_DEFAULT);
        for (Violation violation : problem.violations()) {
            lines.append(System.lineSeparator()).append("  ").append(line(violation, locale));
        }
        return lines.toString();
    }

    private static String line(Violation violation, Locale locale) {
        String where = violation.row() == null
                ? violation.field()
                : String.format(Locale.ROOT, ROW.in(locale), violation.row()) + " " + violation.field();
        return where + ": " + violation.message().in(locale);
    }
}
