package org.gridloom.districts.country.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.gridloom.organization.UnitImport;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.Units;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings the published divisions of the whole country in, by the import that a user's file takes. */
@Component(service = Country.class)
public final class Country {

    private static final Map<String, Integer> CODE_LENGTHS =
            Map.of("country", 1, "province", 2, "city", 4, "district", 6, "street", 9, "community", 12);

    private final UnitDirectory directory;
    private final Units units;
    private final UnitImport imports;

    @Activate
    public Country(@Reference UnitDirectory directory, @Reference Units units, @Reference UnitImport imports) {
        this.directory = directory;
        this.units = units;
        this.imports = imports;
    }

    /**
     * Loads what is not there yet.
     *
     * @throws Problem {@link Problem.Kind#CONFLICT} if the installation is another district's or its codes are made
     *     otherwise, or if {@code progress} cancels it: nothing is written then
     */
    public ImportReport load(boolean dryRun, Progress progress) {
        directory.root().filter(root -> !root.code().equals(CodeRange.WHOLE)).ifPresent(Country::refuse);
        requireLayout();
        try (InputStream list = new GZIPInputStream(resource("/divisions/units.csv.gz"))) {
            return imports.importCsv(list, dryRun, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuse(UnitRef root) {
        throw Problem.conflict(Text.of(
                "本系统已是「%2$s」(%1$s),全国区划须装入空的系统",
                "This is the installation of %2$s (%1$s); the country goes into an empty one",
                root.code(),
                root.name()));
    }

    private void requireLayout() {
        Map<String, Integer> actual =
                units.levels().stream().collect(Collectors.toMap(UnitLevel::code, UnitLevel::codeLength));
        if (!actual.entrySet().containsAll(CODE_LENGTHS.entrySet())) {
            throw Problem.conflict(Text.of(
                    "编码规则不是全国的:请将 country:layout 的输出存为 settings/org.gridloom.organization.cfg",
                    "Codes are not laid out for the country: put what country:layout prints into"
                            + " settings/org.gridloom.organization.cfg of the data folder"));
        }
    }

    /** The layout of codes that the country needs, as a file of settings. */
    public String layout() {
        try (InputStream file = resource("/layout/org.gridloom.organization.cfg")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Country.class.getResourceAsStream(name), name);
    }
}
