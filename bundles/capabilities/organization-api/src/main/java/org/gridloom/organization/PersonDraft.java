package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What is known of a person. All but name, unit and account is kept encrypted; telephone, identity number, political
 * status and remark are shown masked.
 *
 * @param code unique, for good; null to have one given
 * @param name in clear
 * @param sex {@code male}, {@code female} or null
 * @param birthYear may be null
 * @param politicalStatus as written in the district's lists (中共党员, 群众 …); null for none; as it is shown masked to leave
 *     what is there
 * @param unit code of a territory unit
 * @param account name of the person's account; may be null
 * @param note remark; null for none; likewise
 * @param phone telephone number; null for none; as it is shown masked to leave what is there
 * @param idNumber identity number, of one person only; likewise
 */
public record PersonDraft(
        @Schema(example = "RY000123") @Size(min = 1, max = 40) @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]*") String code,

        @Schema(example = "王淑兰") @NotBlank @Size(max = 100) String name,

        @Schema(example = "female") @Pattern(regexp = "male|female") String sex,

        @Schema(example = "1975") @Min(1900) @Max(2100) Integer birthYear,
        @Schema(example = "中共党员") @Size(max = 40) String politicalStatus,

        @Schema(example = "210102021011") @NotBlank @Size(max = 40) String unit,

        @Schema(example = "wangsl") @Size(min = 1, max = 40) String account,
        @Schema(example = "2026 年换届") @Size(max = 200) String note,
        @Schema(example = "13812345678") @Size(max = 40) String phone,

        @Schema(example = "11010519491231002X") @Size(max = 40) String idNumber) {

    /** Without telephone and identity number. */
    public PersonDraft(
            String code,
            String name,
            String sex,
            Integer birthYear,
            String politicalStatus,
            String unit,
            String account,
            String note) {
        this(code, name, sex, birthYear, politicalStatus, unit, account, note, null, null);
    }

    /** Keeps the name out of logs. */
    @Override
    public String toString() {
        return "PersonDraft[code=" + code + ", unit=" + unit + "]";
    }
}
