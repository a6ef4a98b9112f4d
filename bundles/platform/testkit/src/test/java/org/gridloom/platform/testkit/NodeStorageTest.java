package org.gridloom.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gridloom.platform.files.Storage;
import org.gridloom.platform.files.Storage.Level;
import org.gridloom.platform.persistence.internal.osgi.NodeStorage;
import org.gridloom.platform.persistence.internal.osgi.StorageSettings;
import org.gridloom.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeStorageTest {

    private static final long MIB = 1 << 20;
    private static final long GIB = 1 << 30;

    private static Storage disk(long total, long free) {
        return NodeStorage.of(TestSettings.defaults(StorageSettings.class), () -> new long[] {total, free});
    }

    @ParameterizedTest
    @CsvSource({
        "4000000, 20000, ENOUGH", "4000000, 10000, LOW", "4000000, 1000, FULL",
        "20000, 2500, ENOUGH", "20000, 1500, LOW", "20000, 500, FULL"
    })
    void aDiskIsShortWhenBothThePartAndTheAmountAreLow(long totalMib, long freeMib, Level level) {
        assertThat(disk(totalMib * MIB, freeMib * MIB).space().level()).isEqualTo(level);
    }

    @Test
    void whatWouldTakeTheReserveIsRefusedBeforeItIsWritten() {
        Storage disk = disk(100 * GIB, 2 * GIB);

        assertThatCode(() -> disk.require(0)).doesNotThrowAnyException();
        assertThatCode(() -> disk.require(GIB)).doesNotThrowAnyException();
        assertThatThrownBy(() -> disk.require(GIB + 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FULL));
    }
}
