package org.gridloom.districts.country.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.districts.country.internal.Country;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;

/** Prints the settings that lay codes out for the country. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "country",
        name = "layout",
        description = "打印全国的编码规则,存入 settings/org.gridloom.organization.cfg"
                + " / Prints the country's code layout, for settings/org.gridloom.organization.cfg")
public class LayoutCommand extends GridloomCommand {

    @Reference
    private Country country;

    @Override
    protected void run() {
        out().print(country.layout());
    }
}
