package org.gridloom.platform.web.internal;

import java.util.List;
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

/** How the district's pages look, PID {@code org.gridloom.platform.web}. */
@Component(
        service = {WebSettings.class, SettingsCheck.class},
        configurationPid = WebSettings.PID)
@Designate(ocd = WebSettings.Config.class)
public final class WebSettings implements SettingsCheck {

    static final String PID = "org.gridloom.platform.web";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final String BOTH = "\\s+\\|\\s+";
    private static final Text PRODUCT = new Text("织格", "Gridloom");

    /** What can be set. */
    @ObjectClassDefinition(id = WebSettings.PID, name = "界面 / Web face")
    public @interface Config {

        @AttributeDefinition(name = "强调色 / Accent colour", description = "#rrggbb")
        String accent() default "#b42318";

        @AttributeDefinition(
                name = "名称 / Title",
                description = "登录前显示;可写“中文 | English” / Shown before sign-in; \"中文 | English\" says both languages",
                max = "80",
                required = false)
        String title() default "";
    }

    private volatile Values values = new Values("#b42318", PRODUCT);

    @Activate
    @Modified
    void change(Config config) {
        values = new Values(config.accent(), title(config.title()));
    }

    @Override
    public String module() {
        return PID;
    }

    @Override
    public List<Violation> check(SettingValues wanted) {
        return COLOUR.matcher(wanted.text("accent")).matches()
                ? List.of()
                : List.of(Violation.of("accent", Text.of("应为颜色,如 #b42318", "Must be a colour such as #b42318")));
    }

    /** A colour, {@code #rrggbb}. */
    public String accent() {
        return values.accent;
    }

    public Text title() {
        return values.title;
    }

    private static Text title(String value) {
        if (value.isBlank()) {
            return PRODUCT;
        }
        String[] languages = value.strip().split(BOTH, 2);
        return new Text(languages[0], languages[languages.length - 1]);
    }

    private record Values(String accent, Text title) {}
}
