package org.gridloom.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Browser;
import org.gridloom.itests.harness.Browser.Size;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.PageBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pages of a vendor that fail, come while somebody works, and go again: the shell and all other pages work on. */
@ExtendWith(BootedDistrict.class)
class FaultyPageIT {

    private static final String SHOWN = """
            import { Page, define, html } from '@gridloom/ui';
            define('%s-page', class extends Page {
              render() { %s return html`<h1>%s</h1>`; }
            });
            """;

    private final Gridloom gridloom;
    private final Console console;
    private Browser browser;

    @TempDir
    private Path directory;

    FaultyPageIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        console = gridloom.console();
    }

    @BeforeEach
    void signIn() {
        browser = new Browser(gridloom, Size.DESKTOP);
        browser.open("").signIn(gridloom.admin());
    }

    @AfterEach
    void leave() {
        browser.close();
        console.close();
    }

    private static String page(String name, String before, String title) {
        return SHOWN.formatted(name, before, title);
    }

    private void install(String name, String title, String module) {
        Path jar = new PageBundle(name, title).jar(directory, module);
        console.run("bundle:install -s file:" + jar).ok();
    }

    private void uninstall(String name) {
        console.run("bundle:uninstall org.gridloom." + name).ok();
    }

    @Test
    void aNewPageComesIntoAnOpenMenuAndGoesAgainWithoutAReload() {
        browser.run("window.untouched = true");
        install("passing", "来客页面", page("passing", "", "来客的页面"));
        browser.click("nav.gl-menu a", "来客页面");
        browser.see("h1", "来客的页面");
        uninstall("passing");
        browser.seeNot("nav.gl-menu a", "来客页面");
        assertThat(browser.run("return window.untouched")).isEqualTo(true);
    }

    @Test
    void aPageThatThrowsShowsItsOwnErrorOnly() {
        install("throwing", "抛错页面", page("throwing", "throw new Error('broken on purpose');", ""));
        failsAlone("throwing", "未能显示");
        uninstall("throwing");
    }

    @Test
    void aPageWhoseModuleIsMissingShowsItsOwnErrorOnly() {
        install("missing", "缺件页面", "import './gone.js';\n" + page("missing", "", ""));
        failsAlone("missing", "未能显示");
        uninstall("missing");
    }

    @Test
    void aPageThatLoadsSlowlyKeepsNobodyWaiting() {
        install("slow", "慢页面", "await new Promise(() => {});\n" + page("slow", "", ""));
        browser.open("#/slow");
        browser.see("main gl-busy");
        browser.click("nav.gl-menu a", "区域单元");
        browser.see("h1", "区域单元");
        uninstall("slow");
    }

    @Test
    void aBundleWithAFaultyDeclarationIsNamedAndBringsNothing() {
        install("Faulty", "坏声明", "");
        assertThat(console.run("module:list").output()).contains("org.gridloom.Faulty");
        browser.open("#/Faulty");
        browser.see("h1", "没有这个页面");
        uninstall("Faulty");
    }

    private void failsAlone(String name, String words) {
        browser.open("#/" + name);
        browser.see("main", words);
        browser.screenshot(name);
        browser.click("nav.gl-menu a", "区域单元");
        browser.see("h1", "区域单元");
        browser.see("gl-tree [role=treeitem]");
    }
}
