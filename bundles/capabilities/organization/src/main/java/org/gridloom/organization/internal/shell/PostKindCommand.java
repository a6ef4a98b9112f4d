package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gridloom.organization.Label;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.PostKindDraft;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;

/** Base of commands that say what a kind of post shall be. */
abstract class PostKindCommand extends GridloomCommand {

    @Option(name = "--name", description = "中文名称 / Name in Chinese")
    private String name;

    @Option(name = "--name-en", description = "英文名称 / Name in English")
    private String nameEn;

    @Option(
            name = "--places",
            description =
                    "设在哪些层级或类型,逗号分隔,\"\" 为不限 / Levels or types where it occurs, comma-separated; \"\" for everywhere")
    private String places;

    @Option(
            name = "--single",
            description = "同一时间只由一人担任,--single=false 为否 / One person at a time; --single=false for several")
    private Boolean single;

    @Option(name = "--duty", description = "职责 / Duty")
    @Completion(
            value = StringsCompleter.class,
            values = {"lead", "full-time", "part-time", "member"})
    private String duty;

    @Option(
            name = "--representative",
            description = "须注明代表单位,--representative=false 为否 / Must say which organisation it represents;"
                    + " --representative=false if not")
    private Boolean representative;

    @Reference
    private Vocabulary vocabulary;

    protected final Vocabulary vocabulary() {
        return vocabulary;
    }

    /** What the options say; what they leave out stays as it is. */
    protected final PostKindDraft draft(PostKind before) {
        return new PostKindDraft(
                before.code(),
                new Label(
                        Options.or(name, before.name().zh()),
                        Options.or(nameEn, before.name().en())),
                before.holder(),
                Options.set(places, before.places()),
                single == null ? before.single() : single,
                Options.or(duty, before.duty()),
                representative == null ? before.representative() : representative);
    }
}
