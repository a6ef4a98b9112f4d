package org.gridloom.platform.web.internal;

import java.util.Locale;
import org.gridloom.platform.text.Text;

/** Sections of the menu, in this order. */
public enum Group {
    OVERVIEW("概览", "Overview"),
    BUILD("共驻共建", "Build together"),
    CONSULT("共商共议", "Consult together"),
    GOVERN("共治共享", "Govern together"),
    SYSTEM("系统管理", "Administration");

    private final Text label;

    Group(String zh, String en) {
        label = new Text(zh, en);
    }

    /** As declarations name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text label() {
        return label;
    }
}
