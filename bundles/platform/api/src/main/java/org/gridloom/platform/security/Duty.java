package org.gridloom.platform.security;

import org.gridloom.platform.text.Text;

/**
 * Work of an administrator that a district may keep apart from the other two (三员分立): then nobody does more than one,
 * as GB/T 22239 asks of systems from grade 3 on.
 */
public enum Duty {
    /** Runs the system and keeps its accounts; neither says what they may do nor reads who did what. */
    SYSTEM(Text.of("系统管理员", "System administrator")),
    /** Says who may do what. */
    SECURITY(Text.of("安全管理员", "Security administrator")),
    /** Reads who did what. */
    AUDIT(Text.of("安全审计员", "Auditor"));

    private final Text title;

    Duty(Text title) {
        this.title = title;
    }

    /** What who has this duty is called. */
    public Text title() {
        return title;
    }
}
