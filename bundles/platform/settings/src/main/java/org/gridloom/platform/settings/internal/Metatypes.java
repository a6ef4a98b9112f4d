package org.gridloom.platform.settings.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import org.apache.felix.metatype.AD;
import org.apache.felix.metatype.Designate;
import org.apache.felix.metatype.MetaData;
import org.apache.felix.metatype.MetaDataReader;
import org.apache.felix.metatype.OCD;
import org.gridloom.platform.settings.internal.domain.Setting;
import org.gridloom.platform.settings.internal.domain.SettingType;
import org.gridloom.platform.settings.internal.domain.SettingsModule;
import org.gridloom.platform.text.Text;
import org.osgi.service.metatype.AttributeDefinition;

/**
 * Reads a Metatype document. It is read here and not asked of the {@code MetaTypeService}, as that tells neither bounds
 * nor two languages at once.
 */
final class Metatypes {

    private static final String USUAL_PREFIX = "OSGI-INF/l10n/bundle";
    private static final String BOTH = " / ";
    private static final Map<Integer, SettingType> TYPES = Map.of(
            AttributeDefinition.STRING, SettingType.TEXT,
            AttributeDefinition.PASSWORD, SettingType.SECRET,
            AttributeDefinition.BOOLEAN, SettingType.YES_NO,
            AttributeDefinition.CHARACTER, SettingType.CHARACTER,
            AttributeDefinition.BYTE, SettingType.BYTE,
            AttributeDefinition.SHORT, SettingType.SHORT,
            AttributeDefinition.INTEGER, SettingType.INTEGER,
            AttributeDefinition.LONG, SettingType.LONG,
            AttributeDefinition.FLOAT, SettingType.FLOAT,
            AttributeDefinition.DOUBLE, SettingType.DOUBLE);

    private final String bundle;
    private final Properties zh;
    private final Properties en;

    private Metatypes(String bundle, Properties zh, Properties en) {
        this.bundle = bundle;
        this.zh = zh;
        this.en = en;
    }

    /**
     * The modules that a document declares; what can be there several times (a factory) is none.
     *
     * @param entries of the bundle, by path; null where there is no such entry
     * @throws IllegalArgumentException where the document is faulty
     */
    static List<SettingsModule> read(String bundle, URL document, Function<String, URL> entries) throws IOException {
        MetaData data = new MetaDataReader().parse(document);
        if (data == null) {
            return List.of();
        }
        String prefix = Objects.requireNonNullElse(data.getLocalePrefix(), USUAL_PREFIX);
        Metatypes reader =
                new Metatypes(bundle, words(entries, prefix, "", "_zh", "_zh_CN"), words(entries, prefix, "", "_en"));
        List<SettingsModule> modules = new ArrayList<>();
        for (Object each : data.getDesignates()) {
            Designate designate = (Designate) each;
            OCD ocd = designate.getObject() == null
                    ? null
                    : (OCD) data.getObjectClassDefinitions()
                            .get(designate.getObject().getOcdRef());
            if (ocd != null && designate.getPid() != null && designate.getFactoryPid() == null) {
                modules.add(reader.module(designate.getPid(), ocd));
            }
        }
        return modules;
    }

    private static Properties words(Function<String, URL> entries, String prefix, String... ends) throws IOException {
        Properties words = new Properties();
        for (String end : ends) {
            URL entry = entries.apply(prefix + end + ".properties");
            if (entry != null) {
                try (Reader reader = new InputStreamReader(entry.openStream(), StandardCharsets.UTF_8)) {
                    words.load(reader);
                }
            }
        }
        return words;
    }

    private SettingsModule module(String pid, OCD ocd) {
        List<Setting> settings = new ArrayList<>();
        Map<?, ?> attributes = ocd.getAttributeDefinitions();
        if (attributes != null) {
            attributes.values().forEach(attribute -> settings.add(setting((AD) attribute)));
        }
        return new SettingsModule(pid, bundle, text(ocd.getName(), pid), text(ocd.getDescription(), ""), settings);
    }

    private Setting setting(AD attribute) {
        SettingType type = TYPES.get(attribute.getType());
        if (type == null) {
            throw new IllegalArgumentException(attribute.getID() + " is of a type that no setting can have");
        }
        return new Setting(
                attribute.getID(),
                text(attribute.getName(), attribute.getID()),
                text(attribute.getDescription(), ""),
                type,
                attribute.getCardinality(),
                attribute.isRequired(),
                number(attribute.getMin()),
                number(attribute.getMax()),
                options(attribute),
                defaults(attribute));
    }

    /** An empty list is written as one empty value. */
    private static List<String> defaults(AD attribute) {
        String[] values = attribute.getDefaultValue();
        boolean isEmptyList =
                values == null || attribute.getCardinality() != 0 && values.length == 1 && values[0].isEmpty();
        return isEmptyList ? List.of() : List.of(values);
    }

    private List<Setting.Option> options(AD attribute) {
        List<Setting.Option> options = new ArrayList<>();
        String[] values = attribute.getOptionValues();
        for (int i = 0; values != null && i < values.length; i++) {
            options.add(new Setting.Option(values[i], text(attribute.getOptionLabels()[i], values[i])));
        }
        return options;
    }

    private static String number(String bound) {
        return bound == null ? null : new BigDecimal(bound.strip()).toPlainString();
    }

    /** {@code %key} of the words, or both languages side by side with a stroke between, or one for both. */
    private Text text(String written, String fallback) {
        if (written == null || written.isBlank()) {
            return new Text(fallback, fallback);
        }
        if (written.startsWith("%")) {
            String key = written.substring(1);
            return new Text(zh.getProperty(key, key), en.getProperty(key, key));
        }
        String[] languages = written.split(BOTH, 2);
        return new Text(languages[0].strip(), languages[languages.length - 1].strip());
    }
}
