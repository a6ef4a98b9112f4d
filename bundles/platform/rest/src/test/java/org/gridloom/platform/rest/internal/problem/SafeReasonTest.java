package org.gridloom.platform.rest.internal.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;

class SafeReasonTest {

    @Test
    void theNameAndTheFirstLineOfTheMessageAreShownAndNoFrame() {
        assertThat(SafeReason.of(new IllegalStateException("no ploughs\n\tat org.acme.Snow")))
                .isEqualTo("IllegalStateException: no ploughs");
        assertThat(SafeReason.of(new UnsupportedOperationException())).isEqualTo("UnsupportedOperationException");
    }

    @Test
    void whatOnlyPassesItOnIsLeftAway() {
        Exception cause = new IllegalStateException("no ploughs", new IllegalArgumentException("0 given"));
        assertThat(SafeReason.of(new BundleException("Activator start error in bundle x [7].", cause)))
                .isEqualTo("IllegalStateException: no ploughs");
        assertThat(SafeReason.of(new InvocationTargetException(cause))).isEqualTo("IllegalStateException: no ploughs");
        assertThat(SafeReason.of(new BundleException("The bundle cannot be resolved")))
                .isEqualTo("BundleException: The bundle cannot be resolved");
    }

    @Test
    void whatADriverOrAParserRepeatsIsNotShown() {
        SQLException driver = new SQLException("Key (name)=(王小明) already exists");
        assertThat(SafeReason.of(driver)).isEqualTo("SQLException");
        assertThat(SafeReason.of(new IllegalStateException(driver))).isEqualTo("IllegalStateException (SQLException)");
        assertThat(SafeReason.of(new IllegalStateException("王小明 is there twice", driver)))
                .isEqualTo("IllegalStateException (SQLException)");
        assertThat(SafeReason.of(new IllegalStateException(driver.toString()))).doesNotContain("王小明");
        try {
            LocalDate.parse("王小明");
        } catch (DateTimeParseException parser) {
            assertThat(SafeReason.of(parser)).isEqualTo("DateTimeParseException");
        }
    }

    @Test
    void numbersOfPeopleAndAddressesOfMailAreHidden() {
        assertThat(SafeReason.of(new IllegalStateException("13912345678, 139 1234 5678, 21010219900101123X, a.b@c.cn")))
                .isEqualTo("IllegalStateException: ****, ****, ****, ****");
        assertThat(SafeReason.of(new IllegalStateException("port 8181 of 10.0.0.1")))
                .isEqualTo("IllegalStateException: port 8181 of 10.0.0.1");
    }

    @Test
    void aLongMessageIsCutAndWhatIsNoTraceIsHidden() {
        assertThat(SafeReason.of(new IllegalStateException("ab ".repeat(200)))).hasSizeLessThan(240);
        assertThat(SafeReason.of("王小明 was here")).isEqualTo("****");
        assertThat(SafeReason.of("")).isEqualTo("****");
    }
}
