package org.gridloom.training.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Trainer;
import org.gridloom.training.TrainerDraft;
import org.gridloom.training.Trainers;

/** Changes a trainer; what no option names stays. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "trainer-change", description = "修改师资 / Change a trainer")
public final class TrainerChangeCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    private String code;

    @Option(name = "--name", description = "姓名 / Name")
    private String name;

    @Option(name = "--unit", description = "单元 / Unit")
    private String unit;

    @Option(name = "--affiliation", description = "单位,\"\" 为无 / Where they work; \"\" for none")
    private String affiliation;

    @Option(name = "--expertise", description = "专长,\"\" 为无 / What they teach; \"\" for none")
    private String expertise;

    @Option(name = "--person", description = "人员编号,\"\" 为无 / Code of the person; \"\" for none")
    private String person;

    @Option(name = "--note", description = "备注,\"\" 为无 / Remark; \"\" for none")
    private String note;

    @Reference
    private Trainers trainers;

    @Override
    protected void run() {
        Trainer before = trainers.get(code);
        Trainer changed = trainers.change(
                code,
                new TrainerDraft(
                        code,
                        Options.or(name, before.name()),
                        Options.or(unit, before.unit()),
                        Options.or(affiliation, before.affiliation()),
                        Options.or(expertise, before.expertise()),
                        Options.or(person, before.person()),
                        Options.or(note, before.note())),
                before.version());
        say(Text.of("已变更 %s", "Changed %s", changed.code()));
    }
}
