package org.gridloom.platform.rest.internal.json;

import java.util.Arrays;
import java.util.List;

/** The names of an enum's constants as JSON and parameters write them. */
public final class EnumNames {

    private EnumNames() {}

    public static List<String> of(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(EnumNames::of).toList();
    }

    public static String of(Object constant) {
        return JsonMappers.plain().convertValue(constant, String.class);
    }
}
