package org.gridloom.itests.district;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A table of units in which every row but one has a fault of its own, seventeen in all. */
final class FaultyTable {

    static final String FAULTLESS = "210102001160";

    /** Which field of which row is at fault; the header is row 1. */
    static final Map<Integer, String> FIELD_BY_ROW = new TreeMap<>();

    private static final String HEADER = "code,parent,level,name,kind,validFrom,households,residents,extent,note";

    private record Row(String field, String text) {}

    private static final List<Row> ROWS = List.of(
            new Row("code", ",210102001,community,无编码,,,,,,"),
            new Row("code", "21010200116x,210102001,community,编码含字母,,,,,,"),
            new Row("code", "2101020011601,210102001,community,编码过长,,,,,,"),
            new Row("code", "210102001161,210102002,community,不属上级,,,,,,"),
            new Row("parent", "210102099161,210102099,community,上级不存在,,,,,,"),
            new Row("parent", "210102001162,,community,无上级,,,,,,"),
            new Row("level", "210102001163,210102001,village-group,层级不存在,,,,,,"),
            new Row("level", "210102001164,210102001,,无层级,,,,,,"),
            new Row("name", "210102001165,210102001,community,,,,,,,"),
            new Row("name", "210102001166,210102001,community," + "长".repeat(101) + ",,,,,,"),
            new Row("kind", "210102001167,210102001,community,类别不存在,hamlet,,,,,"),
            new Row("kind", "210102001168,210102001,community,类别不符,village,,,,,"),
            new Row("validFrom", "210102001169,210102001,community,日期不存在,,2025-02-30,,,,"),
            new Row("validFrom", "210102001170,210102001,community,日期过早,,1800-01-01,,,,"),
            new Row("households", "210102001171,210102001,community,户数为负,,,-5,,,"),
            new Row("residents", "210102001172,210102001,community,人口非数,,,,many,,"),
            new Row(null, FAULTLESS + ",210102001,community,无误,,2021-01-01,,,,"),
            new Row("code", FAULTLESS + ",210102001,community,重复,,2021-01-01,,,,"));

    static {
        for (int i = 0; i < ROWS.size(); i++) {
            if (ROWS.get(i).field() != null) {
                FIELD_BY_ROW.put(i + 2, ROWS.get(i).field());
            }
        }
    }

    private FaultyTable() {}

    static String csv() {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        ROWS.forEach(row -> csv.append(row.text()).append('\n'));
        return csv.toString();
    }
}
