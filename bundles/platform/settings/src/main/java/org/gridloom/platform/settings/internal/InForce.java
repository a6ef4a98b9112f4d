package org.gridloom.platform.settings.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.settings.internal.domain.SettingsFile;
import org.gridloom.platform.settings.internal.domain.SettingsModule;
import org.gridloom.platform.settings.internal.store.DistrictValues;
import org.gridloom.platform.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What holds on this node: defaults, over them what the district has set, over that what the node's file sets. All of a
 * module is judged together, and where something is wrong all stays as it was.
 */
final class InForce {

    private static final Logger LOG = LoggerFactory.getLogger(InForce.class);

    /** What a file says of a module; null text for no file. */
    private record Layer(String text, SettingsFile file, Map<String, List<String>> values) {}

    private final Modules modules;
    private final Secrets secrets;
    private final FolderFiles files;
    private final Target target;
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private final Map<String, DistrictValues> rows = new ConcurrentHashMap<>();
    /** As they lie in the folder. */
    private volatile Map<String, String> texts = Map.of();

    InForce(Modules modules, DataFolder data, Target target) {
        this.modules = modules;
        this.target = target;
        secrets = new Secrets(data);
        files = new FolderFiles(data);
        texts = files.all();
    }

    Optional<Standing> standing(String module) {
        return Optional.ofNullable(standings.get(module));
    }

    /** Counts what the district changed, also what does not hold here. */
    long version(String module) {
        return rows.getOrDefault(module, DistrictValues.NONE).version();
    }

    List<Standing> standings() {
        return List.copyOf(standings.values());
    }

    /** For components; empty for what is no module's. */
    Optional<Map<String, Object>> typed(String pid) {
        return standing(pid).map(standing -> standing.module().typed(standing.values()));
    }

    /** Names of files that belong to no module that runs. */
    List<String> strayFiles() {
        return texts.keySet().stream()
                .filter(name -> modules.find(name).isEmpty())
                .map(FolderFiles::path)
                .toList();
    }

    /** What the database says of some modules. */
    void districtHas(Map<String, DistrictValues> changed) {
        rows.putAll(changed);
        changed.keySet().forEach(name -> modules.find(name).ifPresent(this::refresh));
    }

    /** Modules that the database says something else of. */
    Set<String> outdated(Map<String, String> revisions) {
        return revisions.entrySet().stream()
                .filter(entry -> !rows.getOrDefault(entry.getKey(), DistrictValues.NONE)
                        .revision()
                        .equals(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Looks whether files came, went or changed. */
    void readFiles() {
        Map<String, String> former = texts;
        texts = files.all();
        modules.all().stream()
                .filter(module -> !Objects.equals(former.get(module.name()), texts.get(module.name())))
                .forEach(this::refresh);
    }

    /** A module came, or is checked otherwise: it is judged as after a start. */
    synchronized void restart(SettingsModule module) {
        judge(module, null);
    }

    private synchronized void refresh(SettingsModule module) {
        judge(module, standings.get(module.name()));
    }

    /** Writes again what somebody wrote past this bundle; whether there was anything. */
    synchronized boolean restore(String pid) {
        return standing(pid)
                .filter(standing -> target.put(standing.module(), standing.values()))
                .isPresent();
    }

    private void judge(SettingsModule module, Standing former) {
        List<Text> problems = new ArrayList<>();
        DistrictValues row = rows.getOrDefault(module.name(), DistrictValues.NONE);
        Map<String, List<String>> district = opened(module, row.values(), problems);
        Layer now = layer(module, texts.get(module.name()));
        List<Violation> faults = faults(module, district, now);
        Standing next;
        if (faults.isEmpty()) {
            next = standing(module, district, now, problems);
        } else {
            problems.add(refusal(module, now, faults));
            next = former(module, former, district, now).with(problems);
        }
        tellOfNew(next, standings.put(module.name(), next));
        target.put(module, next.values());
    }

    /** What stays, where what is wanted now is refused. */
    private Standing former(SettingsModule module, Standing former, Map<String, List<String>> district, Layer now) {
        String text = former == null ? files.accepted().get(module.name()) : former.fileText();
        Layer before = layer(module, text);
        if (!Objects.equals(text, now.text())
                && faults(module, district, before).isEmpty()) {
            return standing(module, district, before, List.of());
        }
        if (former != null) {
            return former;
        }
        // Nothing is known that held before: what is good of what is wanted, else the defaults.
        Layer none = layer(module, null);
        Map<String, List<String>> good = new LinkedHashMap<>(district);
        module.faults(district).forEach(fault -> good.remove(fault.field()));
        return standing(module, faults(module, good, none).isEmpty() ? good : Map.of(), none, List.of());
    }

    private static Standing standing(
            SettingsModule module, Map<String, List<String>> district, Layer layer, List<Text> problems) {
        return new Standing(module, district, layer.text(), layer.values(), merged(district, layer.values()), problems);
    }

    static Map<String, List<String>> merged(Map<String, List<String>> district, Map<String, List<String>> file) {
        Map<String, List<String>> all = new LinkedHashMap<>(district);
        all.putAll(file);
        return all;
    }

    private static Layer layer(SettingsModule module, String text) {
        SettingsFile file = SettingsFile.parse(text == null ? "" : text);
        return new Layer(text, file, file.valuesFor(module));
    }

    private List<Violation> faults(SettingsModule module, Map<String, List<String>> district, Layer layer) {
        List<Violation> faults = new ArrayList<>(layer.file().faults());
        for (String key : layer.values().keySet()) {
            if (modules.duty(module.name()) == Duty.SECURITY) {
                faults.add(layer.file()
                        .placed(Violation.of(
                                key, Text.of("安全配置只能由安全管理员设置", "Is the security administrator's to set"))));
            } else if (modules.isDocumented(module.name(), key)) {
                faults.add(layer.file()
                        .placed(Violation.of(
                                key, Text.of("须引用文件,不能由配置文件设置", "Takes a cited document, so no file sets it"))));
            }
        }
        if (faults.isEmpty()) {
            modules.faults(module, merged(district, layer.values())).stream()
                    .map(layer.file()::placed)
                    .forEach(faults::add);
        }
        return faults;
    }

    /** Settings that this version of the module knows, secrets in clear. */
    private Map<String, List<String>> opened(
            SettingsModule module, Map<String, List<String>> values, List<Text> problems) {
        Map<String, List<String>> opened = new LinkedHashMap<>();
        values.forEach((key, kept) -> module.find(key).ifPresent(setting -> {
            if (!setting.isSecret()) {
                opened.put(key, kept);
                return;
            }
            List<String> clear = kept.stream()
                    .flatMap(secret -> secrets.open(module.name(), key, secret).stream())
                    .toList();
            if (clear.size() == kept.size()) {
                opened.put(key, clear);
            } else {
                problems.add(Text.of(
                        "配置 %1$s:本节点的 %2$s 不能解密,请从设置它的节点复制该文件",
                        "Setting %1$s cannot be decrypted with this node's %2$s: copy that file from the node where it was set",
                        key,
                        Secrets.FILE));
            }
        }));
        return opened;
    }

    private static Text refusal(SettingsModule module, Layer layer, List<Violation> faults) {
        String where = layer.text() == null ? module.name() : FolderFiles.path(module.name());
        return Text.of(
                "%1$s 未采用,沿用原值:%2$s",
                "%1$s is refused, the former values stay: %3$s",
                where,
                faults.stream().map(InForce::inChinese).collect(Collectors.joining(";")),
                faults.stream().map(InForce::inEnglish).collect(Collectors.joining("; ")));
    }

    private static String inChinese(Violation fault) {
        return (fault.row() == null ? "" : "第 " + fault.row() + " 行 ") + fault.field() + ":"
                + fault.message().zh();
    }

    private static String inEnglish(Violation fault) {
        return (fault.row() == null ? "" : "line " + fault.row() + ", ") + fault.field() + ": "
                + fault.message().en();
    }

    private static void tellOfNew(Standing now, Standing before) {
        for (Text problem : now.problems()) {
            if (before == null || !before.problems().contains(problem)) {
                LOG.warn("Settings: {}", problem.en());
            }
        }
        if (before != null && !before.problems().isEmpty() && now.problems().isEmpty()) {
            LOG.info("Settings of {} are in order again", now.module().name());
        }
    }

    /** Modules whose file is another than the one whose contents were last recorded. */
    List<FileChange> unrecorded() {
        Map<String, String> recorded = files.accepted();
        List<FileChange> changes = new ArrayList<>();
        for (Standing standing : standings()) {
            String former = recorded.get(standing.module().name());
            if (!Objects.equals(former, standing.fileText())) {
                changes.add(new FileChange(
                        standing.module(), layer(standing.module(), former).values(), standing));
            }
        }
        return changes;
    }

    void recorded(FileChange change) {
        files.accept(change.module().name(), change.standing().fileText());
    }

    /** A file that was found good, and what the one before it set. */
    record FileChange(SettingsModule module, Map<String, List<String>> before, Standing standing) {}

    /** What the district would set and what the node's file sets, judged together. */
    List<Violation> faults(SettingsModule module, Map<String, List<String>> district) {
        Map<String, List<String>> file =
                standing(module.name()).map(Standing::file).orElse(Map.of());
        return modules.faults(module, merged(district, file));
    }

    /** What the database holds, secrets in clear; what cannot be opened is left out. */
    Map<String, List<String>> clear(SettingsModule module, DistrictValues row) {
        return opened(module, row.values(), new ArrayList<>());
    }

    /** What is to be written into the database. */
    Map<String, List<String>> sealed(SettingsModule module, Map<String, List<String>> values) {
        Map<String, List<String>> kept = new HashMap<>();
        values.forEach((key, clear) -> kept.put(
                key,
                module.find(key).orElseThrow().isSecret()
                        ? clear.stream()
                                .map(secret -> secrets.seal(module.name(), key, secret))
                                .toList()
                        : clear));
        return kept;
    }
}
