package org.gridloom.platform.settings.internal.domain;

import java.util.function.Function;

/** What a setting's values are. */
public enum SettingType {
    TEXT(String.class, text -> text),
    /** Never shown, encrypted where it is kept. */
    SECRET(String.class, text -> text),
    YES_NO(Boolean.class, SettingType::yesOrNo),
    CHARACTER(Character.class, SettingType::character),
    BYTE(Byte.class, Byte::valueOf),
    SHORT(Short.class, Short::valueOf),
    INTEGER(Integer.class, Integer::valueOf),
    LONG(Long.class, Long::valueOf),
    FLOAT(Float.class, SettingType::finiteFloat),
    DOUBLE(Double.class, SettingType::finite);

    private final Class<?> javaType;
    private final Function<String, Object> parser;

    SettingType(Class<?> javaType, Function<String, Object> parser) {
        this.javaType = javaType;
        this.parser = parser;
    }

    Class<?> javaType() {
        return javaType;
    }

    /** @throws IllegalArgumentException where the text is no such value */
    Object parse(String text) {
        return parser.apply(text);
    }

    boolean isText() {
        return this == TEXT || this == SECRET;
    }

    boolean isWhole() {
        return this == BYTE || this == SHORT || this == INTEGER || this == LONG;
    }

    boolean isNumber() {
        return isWhole() || this == FLOAT || this == DOUBLE;
    }

    private static Object yesOrNo(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Object character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException();
        }
        return text.charAt(0);
    }

    /** What is finite as a double may be none as a float. */
    private static float finiteFloat(String text) {
        float value = Float.parseFloat(text);
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static double finite(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
