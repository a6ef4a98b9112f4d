package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridloom.organization.Label;
import org.gridloom.organization.OrganizationType;
import org.gridloom.organization.OrganizationTypeDraft;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;

/** Base of commands that say what a type of organisation shall be. */
abstract class OrganizationTypeCommand extends GridloomCommand {

    @Option(name = "--name", description = "中文名称 / Name in Chinese")
    private String name;

    @Option(name = "--name-en", description = "英文名称 / Name in English")
    private String nameEn;

    @Option(name = "--levels", description = "适用党组织层级,逗号分隔 / Party levels that may have it, comma-separated")
    @Completion(PartyLevelCompleter.class)
    private String levels;

    @Option(
            name = "--covers-many",
            description = "可覆盖多个单元,--covers-many=false 为否 / May cover several units; --covers-many=false for one")
    private Boolean coversMany;

    @Option(
            name = "--self-government",
            description =
                    "群众自治组织,--self-government=false 为否 / Self-government of residents; --self-government=false if not")
    private Boolean selfGovernment;

    @Reference
    private Vocabulary vocabulary;

    protected final Vocabulary vocabulary() {
        return vocabulary;
    }

    /** What the options say; what they leave out stays as it is. */
    protected final OrganizationTypeDraft draft(OrganizationType before) {
        return new OrganizationTypeDraft(
                before.code(),
                before.family(),
                new Label(
                        Options.or(name, before.name().zh()),
                        Options.or(nameEn, before.name().en())),
                Options.set(levels, before.levels()),
                coversMany == null ? before.coversMany() : coversMany,
                selfGovernment == null ? before.selfGovernment() : selfGovernment);
    }
}
