package org.gridloom.platform.rest.internal.json;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;

/** The names of an enum's constants as JSON and parameters write them. */
public final class EnumNames {

    private EnumNames() {}

    public static List<String> of(Class<?> type) {
        JsonMapper mapper = JsonMappers.own();
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> mapper.convertValue(constant, String.class))
                .toList();
    }
}
