package org.gridloom.organization.internal.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.BoundaryFilter;
import org.gridloom.platform.console.OptionsAnywhere;

/** Prints the boundaries of units below a unit as GeoJSON. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "boundaries",
        description = "下级单元边界(GeoJSON) / Boundaries of units below a unit as GeoJSON")
public final class BoundariesCommand extends UnitCommand {

    @Argument(index = 0, name = "code", description = "单元编码,缺省为全区 / Code of the unit; the district if absent")
    @Completion(UnitCompleter.class)
    private String code;

    @Option(name = "--level", description = "层级,缺省为直接下级 / Level of the units; directly below if absent")
    @Completion(UnitLevelCompleter.class)
    private String level;

    @Option(name = "--self", description = "含该单元自身 / The unit's own boundary too")
    private boolean self;

    @Option(name = "--as-of", description = "日期,缺省为今天 / Date; today if absent")
    private String asOf;

    @Override
    protected void run() throws IOException {
        units().boundaries(new BoundaryFilter(code, level, self, date("--as-of", asOf)))
                .writeTo(out());
        out().println();
    }
}
