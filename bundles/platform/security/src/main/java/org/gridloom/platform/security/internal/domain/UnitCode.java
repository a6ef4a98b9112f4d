package org.gridloom.platform.security.internal.domain;

/** What a unit's code looks like. */
public final class UnitCode {

    public static final String PATTERN = "[0-9]{1,40}";
    public static final String MEANING = "应为单元代码,只含数字 | Must be the code of a unit, digits only";

    private UnitCode() {}
}
