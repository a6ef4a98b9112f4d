package org.gridloom.platform.settings.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gridloom.platform.settings.internal.domain.Setting;
import org.gridloom.platform.settings.internal.domain.SettingsModule;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;

/** Audit entries and events of settings; they concern the whole district. Secrets are told of, never told. */
final class Records {

    private static final String CHANGED = "settings.module.changed";
    private static final String FILE_ACCEPTED = "settings.file.accepted";
    private static final String SECRET = "***";

    private Records() {}

    /** Keys that differ. */
    static Set<String> differing(Map<String, List<String>> before, Map<String, List<String>> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
        return keys;
    }

    /** @param document that was cited; null for none */
    static void changed(
            Tx tx,
            SettingsModule module,
            Map<String, List<String>> before,
            Map<String, List<String>> after,
            String document) {
        Set<String> keys = differing(before, after);
        tx.audit(entry(CHANGED, module, keys, before, after, document));
        tx.publish(new EventDraft(
                CHANGED, 1, subject(module), null, Map.of("module", module.name(), "keys", List.copyOf(keys))));
    }

    /** A node's file concerns that node alone, so others hear nothing of it. */
    static void fileAccepted(
            Tx tx, SettingsModule module, Map<String, List<String>> before, Map<String, List<String>> after) {
        tx.audit(entry(FILE_ACCEPTED, module, differing(before, after), before, after, null));
    }

    private static AuditEntry entry(
            String what,
            SettingsModule module,
            Set<String> keys,
            Map<String, List<String>> before,
            Map<String, List<String>> after,
            String document) {
        return AuditEntry.changed(
                what, subject(module), null, fields(module, keys, before), fields(module, keys, after), document);
    }

    private static String subject(SettingsModule module) {
        return "settings/" + module.name();
    }

    private static Map<String, Object> fields(
            SettingsModule module, Set<String> keys, Map<String, List<String>> values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String key : keys) {
            List<String> value = values.get(key);
            fields.put(key, value == null ? null : shown(module, key, value));
        }
        return fields;
    }

    /** A setting that the module no longer knows may have been a secret. */
    private static Object shown(SettingsModule module, String key, List<String> value) {
        return module.find(key)
                .filter(setting -> !setting.isSecret())
                .map(Setting::isList)
                .<Object>map(isList -> isList ? value : value.get(0))
                .orElse(SECRET);
    }
}
