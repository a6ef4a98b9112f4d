package org.gridloom.build.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridloom.build.ui.declaration.Declaration;
import org.gridloom.build.ui.declaration.Fault;
import org.gridloom.build.ui.declaration.FaultyException;
import org.gridloom.build.ui.declaration.Words;

/** That every word is there in every language, and that no word is there in vain. */
final class WordCheck {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final String CHINESE = "zh-CN";

    private final Map<String, byte[]> files;
    private final Map<String, Script> scripts;
    private final Consumer<Fault> faults;
    private final Map<String, Map<String, String>> words = new LinkedHashMap<>();
    private final Set<String> all = new TreeSet<>();
    private final Set<String> used = new HashSet<>();

    WordCheck(Map<String, byte[]> files, Map<String, Script> scripts, Consumer<Fault> faults) {
        this.files = files;
        this.scripts = scripts;
        this.faults = faults;
    }

    void run(Declaration declaration) throws FaultyException {
        for (String language : Words.LANGUAGES) {
            words.put(language, Words.read(language, files));
            all.addAll(words.get(language).keySet());
        }
        declaration.pages().forEach(page -> used.add(page.label()));
        declaration.slots().forEach(slot -> used.add(slot.label()));
        scripts.forEach(this::findUses);
        all.forEach(this::check);
    }

    private void findUses(String file, Script script) {
        script.literals().stream()
                .filter(Literal::isConstant)
                .map(Literal::text)
                .forEach(used::add);
        script.wordKeys().forEach(key -> {
            List<String> meant = meant(key);
            used.addAll(meant);
            // What decides between keys, as in t(state === 'open' ? 'a.open' : 'a.closed'), is no key.
            boolean isKey = !key.isConstant() || key.text().contains(".");
            if (meant.isEmpty() && isKey) {
                faults.accept(new Fault(
                        file,
                        script.line(key.start()),
                        "没有词条 %s".formatted(key.shown()),
                        "there is no key %s".formatted(key.shown())));
            }
        });
    }

    private List<String> meant(Literal key) {
        Pattern pattern = key.pattern();
        return all.stream().filter(known -> pattern.matcher(known).matches()).toList();
    }

    private void check(String key) {
        List<String> has = new ArrayList<>(Words.LANGUAGES);
        has.removeIf(language -> !words.get(language).containsKey(key));
        for (String language : Words.LANGUAGES) {
            if (!has.contains(language)) {
                add(has.get(0), key, "%2$s 中没有词条 %1$s", "the key %s is missing in %s", key, language);
            }
        }
        if (!used.contains(key)) {
            add(has.get(0), key, "词条 %s 没有用到", "the key %s is not used", key);
        }
        if (has.contains(CHINESE)) {
            Punctuation.narrowIn(words.get(CHINESE).get(key))
                    .ifPresent(place -> add(
                            CHINESE, key, "词条 %s 的“%s”处应为全角标点", "%s: “%s” needs full-width punctuation", key, place));
        }
        Set<String> expected = placeholders(words.get(has.get(0)).get(key));
        for (String language : has) {
            if (!placeholders(words.get(language).get(key)).equals(expected)) {
                add(language, key, "词条 %s 的占位符与 %s 不同", "the placeholders of %s are not those in %s", key, has.get(0));
            }
        }
    }

    private void add(String language, String key, String zh, String en, Object... values) {
        faults.accept(Words.fault(language, files, key, zh.formatted(values), en.formatted(values)));
    }

    private static Set<String> placeholders(String word) {
        return PLACEHOLDER.matcher(word).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
