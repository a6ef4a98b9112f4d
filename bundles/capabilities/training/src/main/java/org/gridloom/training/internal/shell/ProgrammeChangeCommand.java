package org.gridloom.training.internal.shell;

import java.math.BigDecimal;
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
import org.gridloom.training.Programme;
import org.gridloom.training.ProgrammeDraft;
import org.gridloom.training.Programmes;

/** Changes a programme; what no option names stays. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "programme-change", description = "修改培训项目 / Change a programme")
public final class ProgrammeChangeCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    private String code;

    @Option(name = "--name", description = "名称 / Name")
    private String name;

    @Option(name = "--unit", description = "单元 / Unit")
    private String unit;

    @Option(name = "--description", description = "说明,\"\" 为无 / What it is for; \"\" for none")
    private String description;

    @Option(name = "--sessions", description = "应参训期数 / Sessions required")
    private Integer sessions;

    @Option(name = "--pass-score", description = "合格分数,\"\" 为无 / Pass score; \"\" for none")
    private String passScore;

    @Option(name = "--months", description = "证书有效月数,0 为长期 / Months that its certificate is good for; 0 for ever")
    private Integer months;

    @Option(name = "--note", description = "备注,\"\" 为无 / Remark; \"\" for none")
    private String note;

    @Reference
    private Programmes programmes;

    @Override
    protected void run() {
        Programme before = programmes.get(code);
        Programme changed = programmes.change(
                code,
                new ProgrammeDraft(
                        code,
                        Options.or(name, before.name()),
                        Options.or(unit, before.unit()),
                        Options.or(description, before.description()),
                        sessions == null ? before.requiredSessions() : sessions,
                        score(before.passScore()),
                        lasting(before.certificateMonths()),
                        Options.or(note, before.note())),
                before.version());
        say(Text.of("已变更 %s", "Changed %s", changed.code()));
    }

    private BigDecimal score(BigDecimal before) {
        if (passScore == null) {
            return before;
        }
        return passScore.isEmpty() ? null : Scores.parse("--pass-score", passScore);
    }

    private Integer lasting(Integer before) {
        if (months == null) {
            return before;
        }
        return months == 0 ? null : months;
    }
}
