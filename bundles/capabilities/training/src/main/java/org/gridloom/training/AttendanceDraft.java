package org.gridloom.training;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * Who was in a session that took place.
 *
 * @param person code of the person
 * @param attended false for who was enrolled and did not come; null for true
 * @param score 0 to 100; null for none
 * @param signedAt time of signing in; may be null
 * @param note remark; may be null
 */
public record AttendanceDraft(
        @Schema(example = "RY000123") @NotBlank @Size(max = 40) String person,

        @Schema(example = "true") Boolean attended,

        @Schema(example = "92") @Min(0) @Max(100) @Digits(integer = 3, fraction = 2) BigDecimal score,

        @Schema(example = "8:50") @Size(max = 20) String signedAt,
        @Schema(example = "擂台比拼第一") @Size(max = 200) String note) {

    /** Somebody was there. */
    public static AttendanceDraft of(String person) {
        return new AttendanceDraft(person, true, null, null, null);
    }

    /** {@code attended} or {@code absent}. */
    public String state() {
        return Boolean.FALSE.equals(attended) ? "absent" : Attendance.ATTENDED;
    }
}
