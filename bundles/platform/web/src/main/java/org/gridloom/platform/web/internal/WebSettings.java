package org.gridloom.platform.web.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.settings.SettingValues;
import org.gridloom.platform.settings.SettingsCheck;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How the district's pages look, PID {@code org.gridloom.platform.web}. */
@Component(
        service = {WebSettings.class, SettingsCheck.class},
        configurationPid = WebSettings.PID)
@Designate(ocd = WebSettings.Config.class)
public final class WebSettings implements SettingsCheck {

    static final String PID = "org.gridloom.platform.web";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern CODE = Pattern.compile("\\d*");
    private static final String BOTH = "\\s+\\|\\s+";
    private static final Text PRODUCT = new Text("织格", "Gridloom");

    /** What can be set. */
    @ObjectClassDefinition(id = WebSettings.PID, name = "界面 / Web face")
    public @interface Config {

        @AttributeDefinition(
                name = "区划代码 / Code",
                description = "全国统计用区划代码 / National code of the district",
                max = "40",
                required = false)
        String code() default "";

        @AttributeDefinition(
                name = "区名 / Name",
                description = "可写“中文 | English” / \"中文 | English\" says both languages",
                max = "80",
                required = false)
        String name() default "";

        @AttributeDefinition(
                name = "语言 / Languages",
                description = "界面可用的语言,首项为默认 / Those that pages can be read in, the first where the browser wants none",
                options = {
                    @Option(label = "中文 / Chinese", value = "zh-CN"),
                    @Option(label = "英文 / English", value = "en")
                })
        String[] languages() default {"zh-CN", "en"};

        @AttributeDefinition(name = "强调色 / Accent colour", description = "#rrggbb")
        String accent() default "#b42318";

        @AttributeDefinition(
                name = "名称 / Title",
                description = "登录前显示,默认为区名;可写“中文 | English”"
                        + " / Shown before sign-in, by default the name; \"中文 | English\" says both languages",
                max = "80",
                required = false)
        String title() default "";
    }

    private volatile Values values = new Values("", PRODUCT, List.of("zh-CN", "en"), "#b42318", PRODUCT);

    @Activate
    @Modified
    void change(Config config) {
        Text name = text(config.name(), PRODUCT);
        values = new Values(
                config.code(), name, List.of(config.languages()), config.accent(), text(config.title(), name));
    }

    @Override
    public String module() {
        return PID;
    }

    @Override
    public String section() {
        return "district";
    }

    @Override
    public List<Violation> check(SettingValues wanted) {
        List<Violation> faults = new ArrayList<>();
        if (!COLOUR.matcher(wanted.text("accent")).matches()) {
            faults.add(Violation.of("accent", Text.of("应为颜色,如 #b42318", "Must be a colour such as #b42318")));
        }
        if (!CODE.matcher(wanted.text("code")).matches()) {
            faults.add(Violation.of("code", Text.of("应为数字,如 210102", "Must be digits, as in 210102")));
        }
        List<String> languages = wanted.list("languages");
        if (languages.isEmpty() || Set.copyOf(languages).size() < languages.size()) {
            faults.add(
                    Violation.of("languages", Text.of("应为 zh-CN、en 或两者,各一次", "Must be zh-CN, en or both, each once")));
        }
        return faults;
    }

    /** The district's code; empty where none is set. */
    public String code() {
        return values.code;
    }

    /** The district's name, or the product's. */
    public Text name() {
        return values.name;
    }

    /** {@code zh-CN}, {@code en} or both, the first for who prefers none. */
    public List<String> languages() {
        return values.languages;
    }

    /** A colour, {@code #rrggbb}. */
    public String accent() {
        return values.accent;
    }

    public Text title() {
        return values.title;
    }

    private static Text text(String value, Text otherwise) {
        if (value.isBlank()) {
            return otherwise;
        }
        String[] languages = value.strip().split(BOTH, 2);
        return new Text(languages[0], languages[languages.length - 1]);
    }

    private record Values(String code, Text name, List<String> languages, String accent, Text title) {}
}
