package org.gridloom.platform.modules.internal.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void theInnermostCauseIsTheReason() {
        assertThat(
                        Refusal.reason(
                                new IllegalStateException(
                                        "Unable to resolve root: missing requirement [root] osgi.identity"
                                                + " [caused by: Unable to resolve snow/1.0.0: missing requirement [snow/1.0.0] osgi.identity"
                                                + " [caused by: Unable to resolve org.acme.snow/1.0.0: missing requirement org.gridloom.api]]")))
                .isEqualTo("Unable to resolve org.acme.snow/1.0.0: missing requirement org.gridloom.api");
    }

    @Test
    void whatHasNoCauseIsTheReasonItself() {
        assertThat(Refusal.reason(new IllegalStateException("No matching features for snow/1.0.0\nand more")))
                .isEqualTo("No matching features for snow/1.0.0");
    }
}
