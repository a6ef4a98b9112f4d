package org.gridloom.platform.testkit;

import java.util.Map;

/** An event that was committed; see {@link org.gridloom.platform.tx.EventDraft}. */
public record RecordedEvent(
        long id,
        String account,
        String name,
        int version,
        String aggregate,
        String unit,
        Map<String, Object> payload) {}
