package org.gridloom.platform.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    private static final Csv.Column NOTE = new Csv.Column("note", new Text("备注", "Note"), true);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=cmd|' /C calc'!A0,'=cmd|' /C calc'!A0",
                "+1+1,'+1+1",
                "@SUM(A1),'@SUM(A1)",
                "-x,'-x",
                "-3,-3",
                "'quoted,'quoted",
                "三日内,三日内"
            })
    void whatASpreadsheetWouldComputeIsTextThereAndComesBackAsItWas(String kept, String shown) throws IOException {
        String csv = Csv.write(List.of("备注"), List.of(List.of(kept)));

        assertThat(csv).isEqualTo("备注\r\n" + shown + "\r\n");
        assertThat(Csv.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), List.of(NOTE)))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("note", kept));
    }
}
