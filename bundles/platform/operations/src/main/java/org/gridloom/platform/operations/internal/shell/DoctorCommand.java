package org.gridloom.platform.operations.internal.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.diagnosis.Finding.Level;
import org.gridloom.platform.operations.internal.doctor.Doctor;
import org.gridloom.platform.operations.internal.doctor.DoctorReport;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Finds out what is wrong; fails if something does not work. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "gridloom",
        name = "doctor",
        description = "检查系统:发现、原因与下一步命令 / Examines the system: what is wrong, why, and the next command")
public class DoctorCommand extends GridloomCommand {

    private static final Map<Level, Text> LEVELS = Map.of(
            Level.OK, Text.of("正常", "ok"),
            Level.NOTE, Text.of("提示", "note"),
            Level.WARNING, Text.of("预警", "WARNING"),
            Level.PROBLEM, Text.of("问题", "PROBLEM"));

    @Option(name = "--json", description = "以 JSON 输出,供脚本使用 / As JSON, for scripts")
    private boolean json;

    @Option(name = "--all", description = "也列出正常的项目 / Also what is as it should be")
    private boolean all;

    @Reference
    private Doctor doctor;

    @Override
    protected void run() throws Exception {
        DoctorReport report = doctor.examine();
        if (json) {
            out().println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(
                            report.findings().stream().map(this::json).toList()));
        } else {
            print(report);
        }
        if (report.level() == Level.PROBLEM) {
            throw Problem.conflict(Text.of("系统有问题,请按上面的下一步处理", "Something is wrong: see the next steps above"));
        }
    }

    private void print(DoctorReport report) {
        ShellTable table = table(
                Text.of("级别", "Level"),
                Text.of("项目", "Check"),
                Text.of("发现", "Finding"),
                Text.of("原因", "Cause"),
                Text.of("下一步", "Next"));
        report.findings().stream()
                .filter(finding -> all || isPlain() || finding.level() != Level.OK)
                .forEach(finding -> table.row(
                        LEVELS.get(finding.level()), finding.check(), finding.what(), finding.cause(), finding.next()));
        table.print(out());
        long fine = report.findings().stream()
                .filter(finding -> finding.level() == Level.OK)
                .count();
        if (!isPlain()) {
            say(Text.of("%d 项检查正常", "%d checks are as they should be", fine));
        }
    }

    private Map<String, String> json(Finding finding) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("level", finding.level().name().toLowerCase(Locale.ROOT));
        shown.put("check", finding.check());
        shown.put("what", words(finding.what()));
        shown.put("cause", words(finding.cause()));
        shown.put("next", words(finding.next()));
        return shown;
    }

    private String words(Text text) {
        return text == null ? null : text.in(locale());
    }
}
