package org.gridloom.districts.country.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitListTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void aPackage() throws IOException {
        Files.createDirectories(folder.resolve("package/dist"));
        Files.writeString(folder.resolve("package/package.json"), "{}");
        put("provinces", "code,name", "21,\"辽宁省\"");
        put("cities", "code,name,provinceCode", "2101,\"沈阳市\",21");
        put("areas", "code,name,cityCode,provinceCode", "210102,\"和平区\",2101,21");
        put("streets", "code,name,areaCode,provinceCode,cityCode", "210102001,\"浑河湾街道\",210102,21,2101");
        put(
                "villages",
                "code,name,streetCode,provinceCode,cityCode,areaCode",
                "210102001002,\"乙社区\",210102001,21,2101,210102",
                "210102001001,\"甲社区\",210102001,21,2101,210102");
    }

    private void put(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve("package/dist/" + name + ".csv"), String.join("\n", lines) + "\n");
    }

    private Path make(String name) throws IOException {
        Path target = folder.resolve(name);
        UnitList.main(new String[] {folder.resolve("package").toString(), target.toString()});
        return target;
    }

    @Test
    void oneListHoldsEachParentBeforeWhatLiesBelowIt() throws IOException {
        try (InputStream list = new GZIPInputStream(Files.newInputStream(make("units.csv.gz")))) {
            assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactly(
                            "code,parent,level,name,validFrom",
                            "0,,country,中国,2023-06-30",
                            "21,0,province,辽宁省,2023-06-30",
                            "2101,21,city,沈阳市,2023-06-30",
                            "210102,2101,district,和平区,2023-06-30",
                            "210102001,210102,street,浑河湾街道,2023-06-30",
                            "210102001001,210102001,community,甲社区,2023-06-30",
                            "210102001002,210102001,community,乙社区,2023-06-30");
        }
    }

    @Test
    void theSamePackageGivesTheSameBytes() throws IOException {
        assertThat(make("one")).hasSameBinaryContentAs(make("two"));
    }
}
