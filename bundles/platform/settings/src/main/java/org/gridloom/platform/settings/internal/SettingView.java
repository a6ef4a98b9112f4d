package org.gridloom.platform.settings.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.gridloom.platform.settings.internal.domain.Setting;
import org.gridloom.platform.settings.internal.domain.SettingType;
import org.gridloom.platform.text.Text;

/**
 * A setting with what holds.
 *
 * @param key its name
 * @param name label
 * @param description what it does; empty for none
 * @param type what each value is
 * @param list whether it has any number of values
 * @param most how many values at most; 1 for what is no list
 * @param required whether it must have a value
 * @param min least value, or least number of characters; null for none
 * @param max likewise
 * @param options the only values; empty where any is allowed
 * @param allowed what a value must be, in words
 * @param documented whether another value than the default takes a cited document
 * @param defaultValue what holds while nothing is set; null for nothing, and for a secret
 * @param value what holds; null for nothing, and for a secret
 * @param set whether it has a value of its own, which a secret does not show
 * @param source who set it: {@code default}, {@code district} or {@code file}
 */
public record SettingView(
        String key,
        Text name,
        Text description,
        SettingType type,
        boolean list,
        int most,
        boolean required,
        String min,
        String max,
        List<Setting.Option> options,
        Text allowed,
        boolean documented,

        @Schema(description = "text, number, boolean, or a list of these")
        Object defaultValue,

        @Schema(description = "text, number, boolean, or a list of these")
        Object value,

        boolean set,
        String source) {

    static final String DEFAULT = "default";
    static final String DISTRICT = "district";
    static final String FILE = "file";

    static SettingView of(Setting setting, boolean documented, Standing standing) {
        List<String> own = standing.values().get(setting.key());
        String source = own == null ? DEFAULT : standing.file().containsKey(setting.key()) ? FILE : DISTRICT;
        return new SettingView(
                setting.key(),
                setting.name(),
                setting.description(),
                setting.type(),
                setting.isList(),
                setting.isList() ? Math.abs(setting.cardinality()) : 1,
                setting.required(),
                setting.min(),
                setting.max(),
                setting.options(),
                setting.allowed(),
                documented,
                setting.isSecret() ? null : setting.shown(setting.defaults()),
                setting.isSecret() ? null : setting.shown(own == null ? setting.defaults() : own),
                own != null,
                source);
    }
}
