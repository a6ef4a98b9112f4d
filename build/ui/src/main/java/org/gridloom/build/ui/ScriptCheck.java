package org.gridloom.build.ui;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridloom.build.ui.declaration.Fault;

/** What a script may import, and that it holds no words itself. */
final class ScriptCheck {

    private static final Set<String> MODULES = Set.of("lit", "@lit/task", "@gridloom/ui", "echarts", "leaflet");
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}[\\p{L}\\p{N} ,.’'-]*");
    private static final Pattern LABEL = Pattern.compile(
            "(?<![\\w-])(?:aria-label|aria-description|title|placeholder|alt|label|heading|submit-label)=(\"[^\"]*\"|'[^']*')");
    private static final Pattern MARKUP = Pattern.compile("<!--.*?-->|<[^<>]*>|&\\w+;", Pattern.DOTALL);
    private static final char HOLE = '\u0000';

    private final String file;
    private final Script script;
    private final Set<String> files;
    private final Consumer<Fault> faults;

    ScriptCheck(String file, Script script, Set<String> files, Consumer<Fault> faults) {
        this.file = file;
        this.script = script;
        this.files = files;
        this.faults = faults;
    }

    void run() {
        script.imports().forEach(this::checkImport);
        find(CHINESE, script.code(), 0, "写死的中文“%s”应移入 i18n", "the Chinese \"%s\" belongs into i18n");
        script.htmlTemplates().forEach(this::checkText);
    }

    private void checkImport(Literal literal) {
        String name = literal.text();
        boolean relative = name.startsWith("./") || name.startsWith("../");
        if (!relative && !MODULES.contains(name) && !name.startsWith("lit/")) {
            add(
                    literal.start(),
                    "不能导入 %s:只能用相对路径、lit、@lit/task、@gridloom/ui、echarts、leaflet",
                    "cannot import %s: only relative files, lit, @lit/task, @gridloom/ui, echarts, leaflet",
                    literal.shown());
        } else if (relative && literal.isConstant() && !files.contains(resolved(name))) {
            add(literal.start(), "导入的文件 %s 不存在", "imports %s, which is not there", name);
        }
    }

    private String resolved(String name) {
        Path path = Path.of("/").resolve(file).resolveSibling(name).normalize();
        return Path.of("/").relativize(path).toString().replace('\\', '/');
    }

    private void checkText(Literal template) {
        char[] text = script.code()
                .substring(template.start() + 1, template.end() - 1)
                .toCharArray();
        for (int[] hole : template.holes()) {
            for (int at = hole[0]; at < hole[1]; at++) {
                text[at - template.start() - 1] = HOLE;
            }
        }
        String html = new String(text);
        Matcher label = LABEL.matcher(html);
        while (label.find()) {
            findWords(label.group(1), template.start() + 1 + label.start(1));
        }
        String shown = MARKUP.matcher(html)
                .replaceAll(markup -> " ".repeat(markup.group().length()));
        findWords(shown, template.start() + 1);
    }

    private void findWords(String text, int offset) {
        find(WORD, text, offset, "写死的文字“%s”应移入 i18n", "the words \"%s\" belong into i18n");
    }

    private void find(Pattern pattern, String text, int offset, String zh, String en) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            add(offset + found.start(), zh, en, found.group().strip());
        }
    }

    private void add(int offset, String zh, String en, String value) {
        faults.accept(new Fault(file, script.line(offset), zh.formatted(value), en.formatted(value)));
    }
}
