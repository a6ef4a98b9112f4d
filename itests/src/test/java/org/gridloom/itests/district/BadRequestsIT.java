package org.gridloom.itests.district;

import java.nio.file.Path;
import org.gridloom.itests.attack.BadRequestsRun;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Gridloom;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of bad requests of every operation, made from the OpenAPI document: new operations are covered by
 * themselves. The system properties {@code gridloom.attack.seed} and {@code gridloom.attack.requests} set which and how
 * many. Comes last, as some odd requests are good ones and change the district.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(BootedDistrict.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class BadRequestsIT {

    private static final int AGAIN = 500;

    private final BadRequestsRun run;

    BadRequestsIT(Gridloom gridloom) {
        run = new BadRequestsRun(gridloom, Long.getLong("gridloom.attack.seed", 1L))
                .send(Integer.getInteger("gridloom.attack.requests", 3000));
    }

    @Test
    void everyBadRequestIsRefusedInSoManyWords() {
        run.assertWellRefused();
    }

    @Test
    void noRefusedRequestLeavesATraceInTheAuditTrail() {
        run.assertNoTrace();
    }

    @Test
    void noRefusedChangeWritesAnything(@TempDir Path folder) {
        run.assertNothingIsWritten(folder, AGAIN);
    }

    @Test
    void theLogHoldsNoFailureAndNothingForged() {
        run.assertQuietLog();
    }

    @Test
    void theServerGoesOnServing() {
        run.assertAlive();
    }
}
