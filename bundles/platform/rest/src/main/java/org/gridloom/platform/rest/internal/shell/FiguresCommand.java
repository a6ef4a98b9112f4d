package org.gridloom.platform.rest.internal.shell;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.internal.figure.FigureList;
import org.gridloom.platform.rest.internal.figure.Figures;
import org.gridloom.platform.text.Text;

/** Base of commands about figures. */
abstract class FiguresCommand extends GridloomCommand {

    @Option(name = "--as-of", description = "日期,缺省为今天 / Date; today if absent")
    private String asOf;

    @Option(name = "--from", description = "期间起始日 / First day of a period")
    private String from;

    @Reference
    private Figures figures;

    protected final Figures figures() {
        return figures;
    }

    protected final LocalDate asOf() {
        return date("--as-of", asOf);
    }

    protected final LocalDate from() {
        return date("--from", from);
    }

    protected final void sayFailed(List<FigureList.Failed> failed) {
        failed.forEach(figure -> say(Text.of("未能计算:%s", "Could not be computed: %s", figure.code())));
    }

    private static LocalDate date(String option, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(option, Text.of("应为日期,如 2026-01-31", "Must be a date, as in 2026-01-31"));
        }
    }

    protected static Set<String> split(String codes) {
        return codes == null
                ? Set.of()
                : Arrays.stream(codes.split(",")).map(String::trim).collect(Collectors.toSet());
    }
}
