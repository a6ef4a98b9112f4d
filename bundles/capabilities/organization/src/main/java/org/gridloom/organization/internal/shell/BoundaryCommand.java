package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.UnitBoundary;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Prints a unit's boundary as GeoJSON. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "boundary", description = "单元边界(GeoJSON) / A unit's boundary as GeoJSON")
public final class BoundaryCommand extends UnitCommand {

    @Argument(index = 0, name = "code", description = "单元编码 / Code of the unit", required = true)
    @Completion(UnitCompleter.class)
    private String code;

    @Option(name = "--as-of", description = "日期,缺省为今天 / Date; today if absent")
    private String asOf;

    @Override
    protected void run() {
        UnitBoundary boundary = units().boundary(code, date("--as-of", asOf))
                .orElseThrow(() -> Problem.notFound(Text.of("该单元未登记边界", "No boundary is recorded for this unit")));
        out().println(boundary.geoJson());
    }
}
