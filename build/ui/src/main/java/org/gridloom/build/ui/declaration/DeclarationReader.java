package org.gridloom.build.ui.declaration;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a bundle's declaration and finds everything that is wrong in it. */
public final class DeclarationReader {

    /** The declaration's name below {@code ui/}. */
    public static final String FILE = "ui.json";

    private static final TypeReference<Declaration> TYPE = new TypeReference<>() {};

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PATH = Pattern.compile("|[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*");
    private static final Pattern DOTTED = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z][a-zA-Z0-9-]*)+");

    private final String bundle;
    private final Map<String, byte[]> files;
    private final Source source;
    private final Map<String, Map<String, String>> words = new LinkedHashMap<>();
    private final Map<String, String> modules = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private DeclarationReader(String bundle, Map<String, byte[]> files) {
        this.bundle = bundle;
        this.files = files;
        this.source = new Source(FILE, files.get(FILE));
    }

    /**
     * The declaration of a bundle.
     *
     * @param bundle last segment of its symbolic name
     * @param files what is in its {@code ui/}, by path
     */
    public static Declaration read(String bundle, Map<String, byte[]> files) throws FaultyException {
        return new DeclarationReader(bundle, files).read();
    }

    private Declaration read() throws FaultyException {
        Declaration declaration = source.as(TYPE);
        for (String language : Words.LANGUAGES) {
            words.put(language, Words.read(language, files));
        }
        if (!NAME.matcher(bundle).matches()) {
            add(
                    "",
                    "模块名 %s 只能用小写字母、数字和连字符",
                    "the bundle's name %s may hold lower-case letters, digits and hyphens only",
                    bundle);
        }
        Set<String> paths = new HashSet<>();
        declaration.pages().forEach(page -> check(page, paths));
        declaration.slots().forEach(this::check);
        declaration.drillDowns().forEach((address, path) -> checkDrillDown(address, path, paths));
        if (!faults.isEmpty()) {
            throw new FaultyException(faults);
        }
        return declaration;
    }

    private void check(Declaration.Page page, Set<String> paths) {
        fits(PATH, page.path(), "path");
        if (!paths.add(page.path())) {
            add(page.tag(), "路径 %s 重复", "path %s is declared twice", page.path());
        }
        checkElement(page.tag(), page.module(), page.label());
        checkPermission(page.permission());
        if (page.group() != null && !Declaration.GROUPS.contains(page.group())) {
            String known = String.join(", ", Declaration.GROUPS);
            add(page.group(), "没有分组 %s;可用:%s", "there is no group %s; there are: %s", page.group(), known);
        }
        if (page.icon() != null) {
            fits(NAME, page.icon(), "icon");
        }
    }

    private void check(Declaration.Slot slot) {
        fits(DOTTED, slot.slot(), "slot");
        checkElement(slot.tag(), slot.module(), slot.label());
        checkPermission(slot.permission());
    }

    private void checkElement(String tag, String module, String label) {
        if (tag == null || !NAME.matcher(tag).matches() || !tag.startsWith(bundle + "-")) {
            add(
                    tag,
                    "标签 %s 应为以 %s- 开头的自定义元素名",
                    "tag %s must be a custom element's name that begins with %s-",
                    tag,
                    bundle);
        }
        if (module == null || !module.endsWith(".js") || !files.containsKey(module)) {
            add(module, "没有模块文件 %s", "there is no module file %s", module);
        }
        String former = modules.putIfAbsent(String.valueOf(tag), String.valueOf(module));
        if (former != null && !former.equals(module)) {
            add(module, "标签 %s 由两个模块定义", "tag %s is defined by two modules", tag);
        }
        words.forEach((language, known) -> {
            if (!known.containsKey(label)) {
                String file = Words.file(language);
                add(label, "%2$s 中没有词条 %1$s", "the key %1$s is missing in %2$s", label, file);
            }
        });
    }

    private void checkPermission(String permission) {
        if (permission != null) {
            fits(DOTTED, permission, "permission");
        }
    }

    private void checkDrillDown(String address, String path, Set<String> paths) {
        if (!address.startsWith("/api/")) {
            add(address, "下钻地址 %s 应以 /api/ 开头", "drill-down %s must begin with /api/", address);
        }
        if (!paths.contains(path)) {
            add(address, "下钻 %s 指向的页面 %s 不存在", "drill-down %s names page %s, which is not declared", address, path);
        }
    }

    private void fits(Pattern pattern, String value, String field) {
        if (value == null || !pattern.matcher(value).matches()) {
            add(value, "%s 的值 %s 不合规则", "%s cannot be %s", field, value);
        }
    }

    private void add(String where, String zh, String en, Object... values) {
        faults.add(source.fault('"' + Objects.toString(where, "") + '"', zh.formatted(values), en.formatted(values)));
    }
}
