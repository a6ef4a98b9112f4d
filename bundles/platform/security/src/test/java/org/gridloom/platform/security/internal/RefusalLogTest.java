package org.gridloom.platform.security.internal;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.time.Duration;
import org.gridloom.platform.security.Caller;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class RefusalLogTest {

    private static final String LINE = "Refused: {} by {} lacks {}";

    private final Logger log = mock(Logger.class);
    private long now;
    private final RefusalLog refusals = new RefusalLog(log, () -> now);

    @Test
    void whoTriesAgainAndAgainIsToldOnceAnHour() {
        refused("li", "organization.unit.edit");
        refused("li", "organization.unit.edit");
        refused("li", "audit.read");
        refused("wang", "organization.unit.edit");

        verify(log).info(LINE, "li", "rest", "organization.unit.edit");
        verify(log).info(LINE, "li", "rest", "audit.read");
        verify(log).info(LINE, "wang", "rest", "organization.unit.edit");
        verifyNoMoreInteractions(log);

        now += Duration.ofMinutes(61).toNanos();
        refused("li", "organization.unit.edit");
        verify(log, times(2)).info(LINE, "li", "rest", "organization.unit.edit");
    }

    private void refused(String account, String permission) {
        refusals.note(new Caller(account, "rest", "1"), permission);
    }
}
