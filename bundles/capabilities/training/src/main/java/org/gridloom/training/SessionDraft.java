package org.gridloom.training;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** What a session shall be; see {@link Session}. The capacity is the setting's where none is given; 0 for no limit. */
public record SessionDraft(
        @Schema(example = "2026-900") @NotBlank @Size(max = 40) String number,

        @Schema(example = "小区改造中的协商议事") @NotBlank @Size(max = 200) String title,

        @Schema(example = "deliberation") @NotBlank @Size(max = 40) String topic,

        @Schema(example = "lecture") @NotBlank @Size(max = 40) String format,

        @Schema(example = "210102021") @NotBlank @Size(max = 40) String unit,

        @Schema(example = "2026-06-10") @NotNull LocalDate heldOn,
        @Schema(example = "9:00—11:00") @Size(max = 40) String hours,
        @Schema(example = "街道会议室") @Size(max = 100) String place,
        @Schema(example = "PX2026") @Size(min = 1, max = 40) String programme,
        @Schema(example = "GZS01") @Size(min = 1, max = 40) String studio,
        @Schema(example = "[\"JS001\"]") @Size(max = 20) List<@NotBlank @Size(max = 40) String> trainers,
        @Schema(example = "60") @Min(0) @Max(100_000) Integer capacity,
        @Schema(example = "请自带笔记") @Size(max = 200) String note) {

    /** The capacity that stands for no limit. */
    public static final int UNLIMITED = 0;

    /** The same with this capacity where none is given, and no trainers where none are. */
    public SessionDraft completed(int places) {
        return new SessionDraft(
                number,
                title,
                topic,
                format,
                unit,
                heldOn,
                hours,
                place,
                programme,
                studio,
                teaching(),
                capacity == null ? Integer.valueOf(places) : capacity,
                note);
    }

    /** Codes of who teaches, none where none are given. */
    public List<String> teaching() {
        return trainers == null ? List.of() : trainers;
    }
}
