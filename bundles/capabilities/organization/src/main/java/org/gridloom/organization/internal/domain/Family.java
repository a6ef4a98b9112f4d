package org.gridloom.organization.internal.domain;

import java.util.Arrays;
import org.gridloom.platform.text.Text;

/** What kind of organisation: all are founded, changed and closed alike. */
public enum Family {
    PARTY("party", "seat", "covers", new Text("党组织", "party organisation")),
    OUTSIDE("outside", "seat", "serves", new Text("外部单位", "outside organisation")),
    BODY("body", "unit", "unit", new Text("协调机制", "coordination body"));

    private final String code;
    private final String seatField;
    private final String coversField;
    private final Text label;

    Family(String code, String seatField, String coversField, Text label) {
        this.code = code;
        this.seatField = seatField;
        this.coversField = coversField;
        this.label = label;
    }

    public String code() {
        return code;
    }

    /** As the API calls it. */
    public String seatField() {
        return seatField;
    }

    /** As the API calls it. */
    public String coversField() {
        return coversField;
    }

    public Text label() {
        return label;
    }

    /** First part of its actions and events, as in {@code organization.party.founded}. */
    public String noun() {
        return "organization." + (this == BODY ? "coordination" : code);
    }

    public static Family of(String code) {
        return Arrays.stream(values())
                .filter(family -> family.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No family of organisations: " + code));
    }
}
