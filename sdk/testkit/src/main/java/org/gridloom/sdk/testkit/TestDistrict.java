package org.gridloom.sdk.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Modules;
import org.gridloom.itests.harness.Rest;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The real distribution, started for the tests of a class with the organisation, the dashboard and the project's own KAR, on ports
 * and data of its own, without a network:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDistrict district = new TestDistrict();
 * }</pre>
 *
 * <p>For classes named {@code *IT}. It keeps its records in H2; in PostgreSQL with {@code -Dgridloom.database=POSTGRESQL}. A line of
 * level ERROR in its log fails the class.
 */
public final class TestDistrict implements BeforeAllCallback, AfterAllCallback {

    private Installation installation;

    /** Code of the district that is there from the start. */
    public static final String CODE = "210102";

    @Override
    public void beforeAll(ExtensionContext context) {
        Database.Kind kind = Database.Kind.valueOf(System.getProperty("gridloom.database", "H2"));
        installation = Installation.on(kind.create(), "gridloom-organization", "gridloom-dashboard")
                .startAndAwaitReady();
        unit(null, CODE, "和平区");
        modules().install(kar());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        String log = gridloom().log();
        installation.close();
        if (log.contains(" ERROR ")) {
            throw new AssertionError(
                    log.lines().filter(line -> line.contains(" ERROR ")).toList());
        }
    }

    /** The KAR that the project has built. */
    public static Path kar() {
        return Path.of(System.getProperty("gridloom.kar"));
    }

    /** Modules that come and go. */
    public Modules modules() {
        return new Modules(gridloom());
    }

    /** REST as the administrator uses it. */
    public Rest rest() {
        return gridloom().rest();
    }

    /** REST as an account uses it. */
    public Rest rest(Login login) {
        return gridloom().anonymous().as(login.username(), login.password());
    }

    /** The console as the administrator uses it; to be closed. */
    public Console console() {
        return gridloom().console();
    }

    /** The console as an account uses it; to be closed. */
    public Console console(Login login) {
        return gridloom().console(login.username(), login.password());
    }

    /** A unit of territory below another, since long ago. */
    public void unit(String parent, String code, String name) {
        Map<String, Object> unit = parent == null
                ? Map.of("code", code, "name", name, "validFrom", "2021-01-01")
                : Map.of("parent", parent, "code", code, "name", name, "validFrom", "2021-01-01");
        rest().post("/api/organization/units", unit).expect(201);
    }

    /** A new account that holds the permissions within a unit, none without any. */
    public Login account(String name, String unit, String... permissions) {
        Accounts accounts = new Accounts(gridloom());
        return permissions.length == 0
                ? accounts.create(name, unit)
                : accounts.create(name, unit, accounts.role(name + "-role", List.of(permissions)));
    }

    /** The container itself. */
    public Gridloom gridloom() {
        return installation.gridloom();
    }
}
