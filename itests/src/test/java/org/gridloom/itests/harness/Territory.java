package org.gridloom.itests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.gridloom.itests.harness.Rest.Answer;

/** The territory as one account works on it over REST. */
public record Territory(Rest rest) {

    private static final String UNITS = "/api/organization/units";

    /** The body that creates a unit valid since long ago. */
    public static Map<String, Object> unit(String parent, String code, String name) {
        Map<String, Object> unit = new HashMap<>();
        unit.put("parent", parent);
        unit.put("code", code);
        unit.put("name", name);
        unit.put("validFrom", "2021-01-01");
        return unit;
    }

    public JsonNode create(String parent, String code, String name) {
        return rest.post(UNITS, unit(parent, code, name)).expect(201).json();
    }

    public Answer importCsv(String csv, boolean dryRun) {
        return rest.with("Content-Type", "text/csv").post(UNITS + "/import?dryRun=" + dryRun, csv);
    }

    public Answer get(String code) {
        return rest.get(UNITS + "/" + code);
    }

    public Answer get(String code, String asOf) {
        return rest.get(UNITS + "/" + code + "?asOf=" + asOf);
    }

    /** Move, merge, split or close, on the version that is there. */
    public Answer restructure(String code, String what, Map<String, ?> body) {
        String tag = get(code).ok().header("ETag");
        return rest.with("If-Match", tag).post(UNITS + "/" + code + "/" + what, body);
    }
}
