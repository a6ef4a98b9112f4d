package org.gridloom.training.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Trainer;
import org.gridloom.training.TrainerDraft;
import org.gridloom.training.Trainers;

/** Registers a trainer. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "trainer-create", description = "登记师资 / Register a trainer")
public final class TrainerCreateCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    private String code;

    @Argument(index = 1, name = "name", description = "名称 / Name", required = true)
    private String name;

    @Argument(index = 2, name = "unit", description = "单元 / Unit", required = true)
    private String unit;

    @Option(name = "--affiliation", description = "单位 / Where they work")
    private String affiliation;

    @Option(name = "--expertise", description = "专长 / What they teach")
    private String expertise;

    @Option(name = "--person", description = "人员编号 / Code of the person")
    private String person;

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Reference
    private Trainers trainers;

    @Override
    protected void run() {
        Trainer made = trainers.create(new TrainerDraft(code, name, unit, affiliation, expertise, person, note));
        say(Text.of("已登记 %s", "Registered %s", made.code()));
    }
}
