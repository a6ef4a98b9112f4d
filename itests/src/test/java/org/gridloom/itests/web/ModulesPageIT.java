package org.gridloom.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Browser;
import org.gridloom.itests.harness.Browser.Size;
import org.gridloom.itests.harness.EditedJar;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.KarFile;
import org.gridloom.itests.harness.Modules;
import org.gridloom.itests.harness.Signer;
import org.gridloom.itests.harness.SnowVersions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An operator changes modules in the browser: what would happen is shown first, and what is refused says why. */
@ExtendWith(BootedDistrict.class)
class ModulesPageIT {

    private static final int NOT_FOUND = 404;
    private static final String PLAN = "modules-plan";
    private static final String DO_IT = "modules-plan .gl-primary";

    private final Gridloom gridloom;

    @TempDir
    private Path folder;

    ModulesPageIT(Gridloom gridloom) {
        this.gridloom = gridloom;
    }

    @AfterEach
    void nobodyIsTrustedAndTheModuleIsGone() throws IOException {
        Files.deleteIfExists(certificate());
        if (gridloom.rest().get("/api/snow/teams?unit=210102").status() != NOT_FOUND) {
            new Modules(gridloom).uninstall("snow-clearing");
        }
    }

    @Test
    void aVendorsModuleIsSentInstalledUpdatedRolledBackAndTakenAway() throws IOException {
        Signer vendor = new Signer(folder, "vendor");
        Path first = vendor.sign(KarFile.snow("1.0.1").in(folder, SnowVersions.edited()));
        Path second = vendor.sign(KarFile.snow("1.0.2")
                .in(folder, SnowVersions.edited().replace("ui/i18n/zh-CN.json", "除雪队伍", "除雪队伍（新）")));
        try (Browser browser = new Browser(gridloom, Size.DESKTOP)) {
            browser.open("#/modules").signIn(gridloom.admin());
            browser.see("gl-table", "组织机构");
            browser.seeNot("gl-table", "Organization tree");
            browser.looksRight("modules");

            send(browser, first);
            browser.see("modules-file [role=alert]");
            browser.screenshot("modules-refused");
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("/api/modules/files"));
            browser.click("modules-file button", "取消");
            Files.createDirectories(certificate().getParent());
            Files.copy(vendor.certificate(), certificate());
            send(browser, first);
            plan(browser, "安装");
            browser.see(PLAN, "createTable snow_team");
            browser.looksRight("modules-plan");
            carryOut(browser, DO_IT);
            browser.see("nav.gl-menu a", "除雪队伍");
            team();

            send(browser, second);
            plan(browser, "更新");
            browser.see(PLAN, "1.0.1 → 1.0.2");
            carryOut(browser, DO_IT);
            browser.see("nav.gl-menu a", "除雪队伍（新）");
            plan(browser, "回退");
            carryOut(browser, DO_IT);
            browser.seeNot("nav.gl-menu a", "除雪队伍（新）");
            plan(browser, "卸载");
            browser.see(PLAN, "snow_team");
            carryOut(browser, "modules-plan .gl-danger");
            browser.seeNot("nav.gl-menu a", "除雪队伍");

            browser.click("gl-tabs [role=tab]", "遗留数据");
            browser.see("gl-table", "com.example.snow");
            browser.looksRight("modules-orphans");
            String file = browser.see("a[download='com.example.snow.xlsx']").getDomAttribute("href");
            assertThat(gridloom.rest().get(file).ok().body()).startsWith("PK");
            assertThat(browser.foreignRequests()).isEmpty();
        }
    }

    @Test
    void bundlesOfOthersAreRestartedOnlyWhereTheBoxIsTicked() throws IOException {
        Signer vendor = new Signer(folder, "vendor");
        Files.createDirectories(certificate().getParent());
        Files.copy(vendor.certificate(), certificate());
        EditedJar ice = EditedJar.bundle("org.acme.ice").header("Export-Package", former -> "com.acme.ice");
        EditedJar rink = EditedJar.bundle("org.acme.rink").header("Import-Package", former -> "com.acme.ice");
        Modules modules = new Modules(gridloom);
        modules.install(KarFile.acme("ice", "1.0.0").in(folder, ice));
        modules.install(KarFile.acme("rink", "1.0.0").in(folder, rink));
        Path later = vendor.sign(KarFile.acme("ice", "1.1.0").in(folder, ice));
        try (Browser browser = new Browser(gridloom, Size.DESKTOP)) {
            browser.open("#/modules").signIn(gridloom.admin());
            send(browser, later);
            browser.click("button[aria-label='更新 acme-ice']");
            browser.see(PLAN, "org.acme.rink");
            browser.looksRight("modules-force");
            assertThat(browser.see(DO_IT).isEnabled()).isFalse();
            browser.click("modules-plan label", "允许其他模块随之重启");
            carryOut(browser, DO_IT);
            browser.see("gl-table", "1.1.0");
        } finally {
            modules.uninstall("acme-rink");
            modules.uninstall("acme-ice");
        }
    }

    private static void send(Browser browser, Path file) {
        browser.click("main button", "上传模块");
        browser.see("modules-file");
        browser.upload("modules-file input[type=file]", file);
        browser.click("modules-file .gl-primary");
    }

    private static void plan(Browser browser, String action) {
        browser.click("button[aria-label='" + action + " snow-clearing']");
        browser.see(PLAN);
    }

    /** Until its dialog has closed: it does so when all is served again. */
    private static void carryOut(Browser browser, String button) {
        browser.click(button);
        browser.seeNot("modules-plan button", "取消");
    }

    private void team() {
        gridloom.rest()
                .post(
                        "/api/snow/teams",
                        Map.of("code", "MP-1", "name", "一队", "unit", "210102", "people", 4, "machines", 2))
                .ok();
    }

    private Path certificate() {
        return gridloom.data().resolve("signers/modules-page.pem");
    }
}
