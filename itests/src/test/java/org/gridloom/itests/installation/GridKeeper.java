package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Territory;

/**
 * A client that makes as many grids as a street has, then changes one after the other, however long it goes on, and knows
 * what was acknowledged.
 */
final class GridKeeper {

    private static final int GRIDS = 200;
    private static final int WARM = 50;
    private static final String UNITS = "/api/organization/units/";

    private final Rest rest;
    private final String community;
    private final Writer maker;
    private final List<String> codes = new ArrayList<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private volatile int changes;

    GridKeeper(Rest rest, String street) {
        this.rest = rest;
        community = street + "001";
        new Territory(rest).create(street, community, "社区 " + community);
        maker = new Writer(rest, community);
    }

    Rest.Answer writeNext() {
        return codes.size() < GRIDS ? make() : change(codes.get(changes % GRIDS), "第 " + (changes + 1) + " 次");
    }

    private Rest.Answer make() {
        Rest.Answer made = maker.writeNext();
        if (made.status() == 201) {
            String code = made.json().get("code").asText();
            codes.add(code);
            tags.put(code, made.header("ETag"));
        }
        return made;
    }

    private Rest.Answer change(String code, String note) {
        Rest.Answer changed = rest.with("If-Match", tags.get(code)).send("PATCH", UNITS + code, Map.of("note", note));
        if (changed.status() == 200) {
            tags.put(code, changed.header("ETag"));
            notes.put(code, note);
            changes++;
        }
        return changed;
    }

    /** It does nothing for the first time any more. */
    boolean isWarm() {
        return changes >= WARM;
    }

    int acknowledged() {
        return maker.acknowledged() + changes;
    }

    /** And each grid is as it was last changed. */
    void assertEachAcknowledgedAndOnce() {
        assertThat(maker.acknowledged()).isPositive();
        assertThat(maker.repeated()).isZero();
        maker.assertEachOnce();
        assertThat(rest.total("/api/audit?action=organization.unit.changed&unit=" + community))
                .isEqualTo(changes);
        assertThat(rest.total("/api/events?name=organization.unit.changed&unit=" + community))
                .isEqualTo(changes);
        notes.forEach((code, note) -> assertThat(
                        rest.get(UNITS + code).ok().json().get("note").asText())
                .isEqualTo(note));
    }
}
