package org.gridloom.platform.web.internal;

import java.util.regex.Pattern;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the district's pages look, PID {@code org.gridloom.platform.web}; a bad value is refused and the former kept. */
@Component(service = WebSettings.class, configurationPid = "org.gridloom.platform.web")
@Designate(ocd = WebSettings.Config.class)
public final class WebSettings {

    private static final Logger LOG = LoggerFactory.getLogger(WebSettings.class);
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final String BOTH = "\\s+\\|\\s+";
    private static final int LONGEST_TITLE = 80;
    private static final Text PRODUCT = new Text("织格", "Gridloom");

    /** What can be set. */
    @ObjectClassDefinition(id = "org.gridloom.platform.web", name = "界面 / Web face")
    public @interface Config {

        @AttributeDefinition(name = "强调色 / Accent colour", description = "#rrggbb")
        String accent() default "#b42318";

        @AttributeDefinition(
                name = "名称 / Title",
                description = "登录前显示;可写“中文 | English” / Shown before sign-in; \"中文 | English\" says both languages")
        String title() default "";
    }

    private volatile Values values = new Values("#b42318", PRODUCT);

    @Activate
    @Modified
    void change(Config config) {
        try {
            values = new Values(accent(config.accent()), title(config.title()));
        } catch (IllegalArgumentException e) {
            LOG.error("Settings of org.gridloom.platform.web refused, the former stay in force: {}", e.getMessage());
        }
    }

    /** A colour, {@code #rrggbb}. */
    public String accent() {
        return values.accent;
    }

    public Text title() {
        return values.title;
    }

    private static String accent(String value) {
        if (!COLOUR.matcher(value).matches()) {
            throw new IllegalArgumentException("accent must be a colour such as #b42318, not " + value);
        }
        return value;
    }

    private static Text title(String value) {
        if (value.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("title must have " + LONGEST_TITLE + " characters at most");
        }
        if (value.isBlank()) {
            return PRODUCT;
        }
        String[] languages = value.strip().split(BOTH, 2);
        return new Text(languages[0], languages[languages.length - 1]);
    }

    private record Values(String accent, Text title) {}
}
