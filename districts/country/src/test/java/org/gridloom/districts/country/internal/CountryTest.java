package org.gridloom.districts.country.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.gridloom.organization.UnitImport;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.Units;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.InjectMocks;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

@ExtendWith(MockitoExtension.class)
class CountryTest {

    private static final Text NAME = Text.of("级", "level");

    @Mock
    private UnitDirectory directory;

    @Mock
    private Units units;

    @Mock
    private UnitImport imports;

    @InjectMocks
    private Country country;

    @BeforeEach
    void anEmptyInstallationLaidOutForTheCountry() {
        lenient().when(directory.root()).thenReturn(Optional.empty());
        layout(Map.of("country", 1, "province", 2, "city", 4, "district", 6, "street", 9, "community", 12, "grid", 15));
    }

    private void layout(Map<String, Integer> lengths) {
        lenient()
                .when(units.levels())
                .thenReturn(lengths.entrySet().stream()
                        .map(level -> new UnitLevel(level.getKey(), NAME, 2, level.getValue(), List.of()))
                        .toList());
    }

    @Test
    void allDivisionsGoThroughTheImportThatAUsersFileTakes() throws IOException {
        AtomicLong rows = new AtomicLong();
        ImportReport report = new ImportReport(true, 665_277, 665_277, 0, 0, List.of());
        when(imports.importCsv(any(), anyBoolean(), any())).thenAnswer(call -> {
            rows.set(lines(call.getArgument(0)));
            return report;
        });

        assertThat(country.load(true, Progress.NONE)).isEqualTo(report);

        assertThat(rows).hasValue(1 + 1 + 31 + 342 + 2_978 + 41_352 + 620_573);
    }

    private static long lines(InputStream list) throws IOException {
        return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().count();
    }

    @Test
    void whatIsThereIsComparedAgain() throws IOException {
        when(directory.root()).thenReturn(Optional.of(new UnitRef("0", "中国", "country")));

        country.load(false, Progress.NONE);

        verify(imports).importCsv(any(), anyBoolean(), any());
    }

    @Test
    void anotherDistrictsInstallationIsRefused() {
        when(directory.root()).thenReturn(Optional.of(new UnitRef("210102", "和平区", "district")));

        assertThatThrownBy(() -> country.load(false, Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("210102");
        verifyNoInteractions(imports);
    }

    @Test
    void aDistrictsCodeLayoutIsRefusedWithWhatToDo() {
        layout(Map.of("district", 6, "street", 9, "community", 12));

        assertThatThrownBy(() -> country.load(false, Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("country:layout");
        verifyNoInteractions(imports);
    }

    @Test
    void theLayoutIsPrintedAsAFileOfSettings() {
        assertThat(country.layout()).contains("levels = country:0:");
    }
}
