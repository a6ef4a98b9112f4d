package org.gridloom.platform.modules.internal.plan;

import org.gridloom.platform.text.Text;

/**
 * Why a change is not done.
 *
 * @param code what it is, for programs: as {@code newer-api}
 * @param text the whole sentence
 * @param forceable whether an operator may insist
 */
public record Objection(String code, Text text, boolean forceable) {

    static Objection of(String code, Text text) {
        return new Objection(code, text, false);
    }
}
