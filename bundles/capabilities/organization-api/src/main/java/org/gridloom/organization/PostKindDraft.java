package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * What a kind of post shall be; see {@link PostKind}.
 *
 * @param code cannot be changed later
 * @param name both languages
 * @param holder {@code party}, {@code unit}, {@code outside} or {@code body}; cannot be changed later
 * @param places null or empty for everywhere
 * @param single at most one person at one time
 * @param duty {@code lead}, {@code full-time}, {@code part-time} or {@code member}
 * @param representative must say which outside organisation it represents
 */
public record PostKindDraft(
        @Schema(example = "branch-secretary") @NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]*") String code,

        @NotNull @Valid Label name,

        @Schema(example = "party") @NotNull @Pattern(regexp = "party|unit|outside|body") String holder,

        @Schema(example = "[\"branch\"]") Set<@NotBlank String> places,
        @Schema(example = "true") boolean single,

        @Schema(example = "lead") @NotNull @Pattern(regexp = "lead|full-time|part-time|member") String duty,

        @Schema(example = "false") boolean representative) {}
