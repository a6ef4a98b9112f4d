package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridloom.organization.Label;
import org.gridloom.organization.PartyLevel;
import org.gridloom.organization.PartyLevelDraft;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;

/** Base of commands that say what a party level shall be. */
abstract class PartyLevelCommand extends GridloomCommand {

    @Option(name = "--position", description = "层级次序,自 1 起 / Position, from 1 downwards")
    private Integer position;

    @Option(name = "--name", description = "中文名称 / Name in Chinese")
    private String name;

    @Option(name = "--name-en", description = "英文名称 / Name in English")
    private String nameEn;

    @Option(name = "--unit-level", description = "对应单元层级,\"\" 为无 / Level of the unit it covers; \"\" for none")
    @Completion(UnitLevelCompleter.class)
    private String unitLevel;

    @Reference
    private Vocabulary vocabulary;

    protected final Vocabulary vocabulary() {
        return vocabulary;
    }

    /** What the options say; what they leave out stays as it is. */
    protected final PartyLevelDraft draft(PartyLevel before) {
        return new PartyLevelDraft(
                before.code(),
                position == null ? before.position() : position,
                new Label(
                        Options.or(name, before.name().zh()),
                        Options.or(nameEn, before.name().en())),
                Options.or(unitLevel, before.unitLevel()));
    }
}
