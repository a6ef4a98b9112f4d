package org.gridloom.itests.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Browser;
import org.gridloom.itests.harness.Browser.Size;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page that the installed bundles bring, as the registry names it: new ones are looked at by themselves. */
@ExtendWith(BootedDistrict.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {

    private static final int LOOKS = Integer.getInteger("gridloom.page.looks");

    private final Gridloom gridloom;
    private final Map<Size, Browser> browsers;
    private final Map<Size, Look> looks = new EnumMap<>(Size.class);

    EveryPageIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        browsers = Map.of(
                Size.DESKTOP, new Browser(gridloom, Size.DESKTOP), Size.PHONE, new Browser(gridloom, Size.PHONE));
        browsers.values().forEach(browser -> browser.open("").signIn(gridloom.admin()));
    }

    @AfterAll
    void leave() {
        browsers.values().forEach(Browser::close);
    }

    @TestFactory
    Stream<DynamicTest> pages() {
        List<String> paths = gridloom.rest().get("/api/ui").ok().json().findValues("pages").stream()
                .flatMap(pages -> pages.findValuesAsText("path").stream())
                .toList();
        assertThat(paths).contains("organization/units", "dashboard");
        return Look.ALL.stream()
                .limit(LOOKS)
                .flatMap(look -> paths.stream()
                        .map(path ->
                                dynamicTest(path + ", " + look, () -> show(browsers.get(look.size()), path, look))));
    }

    /** How a page is looked at; the first two have each size, language and theme once. */
    private record Look(Size size, String language, String theme) {

        private static final List<Look> ALL = List.of(
                new Look(Size.DESKTOP, "zh-CN", "light"),
                new Look(Size.PHONE, "en", "dark"),
                new Look(Size.DESKTOP, "zh-CN", "dark"),
                new Look(Size.DESKTOP, "en", "light"),
                new Look(Size.DESKTOP, "en", "dark"),
                new Look(Size.PHONE, "zh-CN", "light"),
                new Look(Size.PHONE, "zh-CN", "dark"),
                new Look(Size.PHONE, "en", "light"));
    }

    /** In the first look each page is opened by its address; in the others one is, and leads to the next as the menu does. */
    private void show(Browser browser, String path, Look look) {
        boolean isSame = look.equals(looks.put(look.size(), look));
        if (isSame && !look.equals(Look.ALL.get(0))) {
            browser.goTo("#/" + path);
        } else {
            browser.run(
                    "localStorage.setItem('gl-language', arguments[0]);"
                            + "localStorage.setItem('gl-theme', arguments[1])",
                    look.language(),
                    look.theme());
            browser.open("#/" + path);
        }
        browser.see("main h1");
        browser.looksRight("page-" + path.replace('/', '-') + "-" + look.language() + "-" + look.theme());
        assertThat(browser.run("return document.documentElement.lang")).isEqualTo(look.language());
        assertThat(browser.run("return document.querySelectorAll('main .gl-alert[data-kind=bad]').length"))
                .as("failures shown")
                .isEqualTo(0L);
    }

    @Test
    void whoMayNotSeeAPageIsOfferedNoneAndGetsNoneByItsAddress() {
        Accounts accounts = new Accounts(gridloom);
        Login reader = accounts.create(
                "only-reader", "210102021", accounts.role("only-reading", List.of("organization.unit.read")));
        try (Browser browser = new Browser(gridloom, Size.DESKTOP)) {
            browser.open("").signIn(reader);
            browser.see("nav.gl-menu", "区域单元");
            browser.seeNot("nav.gl-menu", "账号");
            browser.open("#/security/accounts");
            browser.see("h1", "没有这个页面");
        }
    }
}
