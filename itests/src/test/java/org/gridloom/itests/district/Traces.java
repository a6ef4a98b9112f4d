package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridloom.itests.harness.Rest;

/** What accounts have done, as the audit trail and the event log tell. */
final class Traces {

    /** Taking away what one may read is allowed, and told of. */
    private static final String SERVED = "&action=audit.trail.exported";

    private final Rest admin;
    private final Map<String, Long> remembered = new LinkedHashMap<>();

    Traces(Rest admin) {
        this.admin = admin;
    }

    void remember(String... accounts) {
        remembered.put("/api/events", total("/api/events"));
        for (String account : accounts) {
            String list = "/api/audit?account=" + account;
            remembered.put(list, total(list));
        }
    }

    void assertUnchanged() {
        remembered.forEach((list, total) -> assertThat(total(list)).as(list).isEqualTo(total));
    }

    private long total(String list) {
        return list.startsWith("/api/audit") ? admin.total(list) - admin.total(list + SERVED) : admin.total(list);
    }
}
