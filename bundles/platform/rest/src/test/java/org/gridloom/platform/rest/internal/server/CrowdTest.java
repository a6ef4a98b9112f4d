package org.gridloom.platform.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrowdTest {

    private final Crowd crowd = new Crowd();

    @Test
    void aSourceHasOnlySoManyUnderWayAndOthersNoFewer() {
        for (int i = 0; i < Crowd.MOST; i++) {
            assertThat(crowd.enter("10.0.0.1")).isTrue();
        }
        assertThat(crowd.enter("10.0.0.1")).isFalse();
        assertThat(crowd.enter("10.0.0.2")).isTrue();

        crowd.leave("10.0.0.1");
        assertThat(crowd.enter("10.0.0.1")).isTrue();
        assertThat(crowd.enter("10.0.0.1")).isFalse();
    }
}
