package org.gridloom.organization.internal.shell;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.gridloom.organization.BoundaryDraft;
import org.gridloom.organization.DrawnBoundary;
import org.gridloom.organization.UnitEditing;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ServerFiles;
import org.gridloom.platform.text.Text;

/** Sets a unit's boundary from a GeoJSON file. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "boundary-set",
        description = "由 GeoJSON 文件设定单元边界 / Set a unit's boundary from a GeoJSON file")
public final class BoundarySetCommand extends UnitCommand {

    @Argument(index = 0, name = "code", description = "单元编码 / Code of the unit", required = true)
    @Completion(UnitCompleter.class)
    private String code;

    @Argument(index = 1, name = "file", description = "服务器上的 GeoJSON 文件 / GeoJSON file on the server", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--date", description = "生效日期,缺省为今天 / First day of the boundary; today if absent")
    private String date;

    @Option(name = "--source", description = "边界资料来源 / Where the outline comes from")
    private String source;

    @Reference
    private UnitEditing editing;

    @Override
    protected void run() throws IOException {
        LocalDate day = date("--date", date);
        long version = units().get(code, day).version();
        DrawnBoundary drawn =
                editing.draw(code, new BoundaryDraft(ServerFiles.text("file", file), day, source), version);
        say(Text.of("%s 的边界自 %s 起", "Boundary of %s from %s on", drawn.code(), drawn.validFrom()));
        drawn.warnings().forEach(this::say);
    }
}
