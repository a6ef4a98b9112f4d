package org.gridloom.platform.rules.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A version as its editor writes it.
 *
 * @param validFrom first day in force
 * @param basis numbers of the documents that it rests on
 * @param note remark; may be null
 * @param rows the whole table: values by column, as text
 */
public record RuleDraft(
        @Schema(example = "2027-01-01") @NotNull LocalDate validFrom,
        @Schema(example = "[\"和委办发〔2026〕3号\"]") @NotNull List<@NotNull String> basis,
        @Schema(example = "按年度考核要求调整") @Size(max = 500) String note,

        @Schema(example = "[{\"yellow\": \"3 WORK_DAYS\"}]") @NotNull List<@NotNull Map<String, String>> rows) {}
