package org.gridloom.platform.sheets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.text.Text;

/** A column of a list, as pages show it. */
public record SheetColumnItem(
        @Schema(example = "code") String key,
        @Schema(example = "编码") Text header,
        @Schema(example = "CODE") SheetColumn.Kind kind,
        @Schema(example = "true") boolean needed,
        Text help,
        String example,
        List<String> choices) {

    static SheetColumnItem of(SheetColumn column) {
        return new SheetColumnItem(
                column.key(),
                column.header(),
                column.kind(),
                column.need() != SheetColumn.Need.OPTIONAL,
                column.help(),
                column.example(),
                column.choices().stream().map(choice -> choice.label().zh()).toList());
    }
}
