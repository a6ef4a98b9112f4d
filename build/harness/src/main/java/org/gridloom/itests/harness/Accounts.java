package org.gridloom.itests.harness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.gridloom.itests.harness.Gridloom.Login;

/** Makes accounts and roles as an administrator does. */
public final class Accounts {

    private static final String FIRST_PASSWORD = "first-harbour-58-maple";
    private static final String PASSWORD = "second-lake-47-bridge";

    private final Rest admin;
    private final Gridloom gridloom;

    public Accounts(Gridloom gridloom) {
        this.gridloom = gridloom;
        this.admin = gridloom.rest();
    }

    /** An account without any role, which has changed its first password as it must. */
    public Login create(String name, String unit) {
        Map<String, Object> account = new HashMap<>();
        account.put("name", name);
        account.put("displayName", "测试 " + name);
        account.put("unit", unit);
        account.put("password", FIRST_PASSWORD);
        admin.post("/api/accounts", account).expect(201);
        gridloom.anonymous()
                .as(name, FIRST_PASSWORD)
                .post("/api/session/password", Map.of("currentPassword", FIRST_PASSWORD, "newPassword", PASSWORD))
                .ok();
        return new Login(name, PASSWORD);
    }

    /** An account that holds the role within a unit; everywhere without one. */
    public Login create(String name, String unit, String role) {
        Login login = create(name, unit);
        Map<String, Object> grant = new HashMap<>();
        grant.put("role", role);
        grant.put("unit", unit);
        admin.post("/api/accounts/" + name + "/grants", grant).expect(201);
        return login;
    }

    /** A role of everything that can be permitted. */
    public String allPowerfulRole(String code) {
        List<String> permissions = StreamSupport.stream(
                        admin.get("/api/permissions").ok().json().spliterator(), false)
                .map(permission -> permission.get("code").asText())
                .toList();
        return role(code, permissions);
    }

    public String role(String code, List<String> permissions) {
        admin.post("/api/roles", Map.of("code", code, "nameZh", code, "nameEn", code, "permissions", permissions))
                .expect(201);
        return code;
    }
}
