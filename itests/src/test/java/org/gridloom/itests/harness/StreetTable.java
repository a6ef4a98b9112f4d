package org.gridloom.itests.harness;

import java.util.ArrayList;
import java.util.List;
import org.gridloom.itests.harness.Rest.Answer;

/**
 * Some thousand rows to be imported into one street, and how to see how many of them are there.
 *
 * @param sheet name of the list
 * @param listed where its records are listed
 * @param action of the audit entries that tell of them
 * @param entries how many those are: one for all units, one for each person
 * @param street where they are
 * @param rows the header first
 */
public record StreetTable(
        String sheet, String listed, String action, int entries, String street, List<List<String>> rows) {

    private static final int COMMUNITIES = 6;
    private static final int GRIDS = 600;
    private static final int PEOPLE = 3000;
    private static final int NOT_FOUND = 404;

    /** The street itself, communities and their grids. */
    public static StreetTable units(String street) {
        String district = street.substring(0, street.length() - 3);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("编码", "上级编码", "层级", "名称", "起始日期"));
        rows.add(unit(street, district, "street"));
        for (int community = 1; community <= COMMUNITIES; community++) {
            String code = "%s%03d".formatted(street, community);
            rows.add(unit(code, street, "community"));
            for (int grid = 1; grid <= GRIDS; grid++) {
                rows.add(unit("%s%03d".formatted(code, grid), code, "grid"));
            }
        }
        return new StreetTable(
                "organization.units",
                "/api/organization/units?under=" + street,
                "organization.units.imported",
                1,
                street,
                rows);
    }

    private static List<String> unit(String code, String parent, String level) {
        return List.of(code, parent, level, "单元" + code, "2021-01-01");
    }

    /** People without posts. */
    public static StreetTable people(String street) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("人员编号", "姓名", "所属单元编码", "联系电话"));
        for (int person = 1; person <= PEOPLE; person++) {
            String code = "R%s%05d".formatted(street, person);
            rows.add(List.of(code, "人员" + code, street, "138%08d".formatted(person)));
        }
        return new StreetTable(
                "organization.posts",
                "/api/organization/people?unit=" + street,
                "organization.person.registered",
                PEOPLE,
                street,
                rows);
    }

    /** How many rows there are. */
    public int size() {
        return rows.size() - 1;
    }

    /** @param follow under which it can be followed; null if nobody does */
    public Answer load(Rest rest, String follow) {
        return rest.with("Content-Type", Xlsx.TYPE)
                .post("/api/sheets/" + sheet + "/import" + (follow == null ? "" : "?follow=" + follow), Xlsx.of(rows));
    }

    /** How many of its rows are there. */
    public int there(Rest rest) {
        Answer list = rest.get(listed);
        return list.status() == NOT_FOUND ? 0 : list.ok().json().get("total").asInt();
    }

    /** How many entries of the audit trail tell of them. */
    public int told(Rest rest) {
        return rest.get("/api/audit?action=" + action + "&unit=" + street)
                .ok()
                .json()
                .get("total")
                .asInt();
    }
}
