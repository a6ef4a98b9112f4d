package org.gridloom.platform.web.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.build.ui.declaration.Declaration;
import org.gridloom.build.ui.declaration.DeclarationReader;
import org.gridloom.build.ui.declaration.FaultyException;
import org.gridloom.build.ui.declaration.Words;
import org.gridloom.platform.text.Text;
import org.osgi.framework.Bundle;

/**
 * What a running bundle brings for the web face.
 *
 * @param name last segment of the bundle's name: where its files and pages are
 * @param labels words for the keys that its declaration uses
 */
public record Ui(
        Bundle bundle,
        String name,
        String version,
        UiFolder folder,
        Declaration declaration,
        Map<String, Text> labels) {

    static Ui of(Bundle bundle) throws FaultyException {
        UiFolder folder = UiFolder.of(bundle);
        String name = nameOf(bundle);
        Declaration declaration = DeclarationReader.read(name, folder.contents());
        return new Ui(bundle, name, bundle.getVersion().toString(), folder, declaration, labels(folder, declaration));
    }

    private static Map<String, Text> labels(UiFolder folder, Declaration declaration) throws FaultyException {
        List<String> languages = Words.LANGUAGES;
        Map<String, String> zh = Words.read(languages.get(0), folder.contents());
        Map<String, String> en = Words.read(languages.get(1), folder.contents());
        Map<String, Text> labels = new HashMap<>();
        declaration.pages().forEach(page -> labels.put(page.label(), text(page.label(), zh, en)));
        declaration.slots().forEach(slot -> labels.put(slot.label(), text(slot.label(), zh, en)));
        return labels;
    }

    private static Text text(String key, Map<String, String> zh, Map<String, String> en) {
        return new Text(zh.get(key), en.get(key));
    }

    static String nameOf(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Address of its files; ends with a slash. */
    public String base() {
        return "/ui/" + name + "/" + folder.digest() + "/";
    }
}
