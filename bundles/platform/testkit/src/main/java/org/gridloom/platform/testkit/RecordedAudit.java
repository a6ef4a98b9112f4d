package org.gridloom.platform.testkit;

import java.util.Map;

/** An audit entry that was committed; see {@link org.gridloom.platform.tx.AuditEntry}. */
public record RecordedAudit(
        long id,
        String account,
        String origin,
        String address,
        String action,
        String subject,
        String unit,
        Map<String, Object> before,
        Map<String, Object> after,
        String reason) {}
