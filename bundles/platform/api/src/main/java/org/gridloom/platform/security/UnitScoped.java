package org.gridloom.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a REST resource: where the request names the unit by which access is judged. It appears in the OpenAPI
 * document as {@code x-unit-scope}, {@code "<in>:<name>"}, from which tests try every operation on a foreign unit.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface UnitScoped {

    /** Where a unit is named. */
    enum In {
        /** A path parameter holds the unit's code. */
        PATH,
        /** A query parameter holds the unit's code. */
        QUERY,
        /** A field of the body holds the unit's code. */
        BODY,
        /** A path parameter holds the id of a record; the record's own unit counts. */
        RECORD,
        /** The answer is restricted to what the caller may see; nothing names a unit. */
        RESULT,
        /** Belongs to the whole district: the permission must be held there. */
        DISTRICT
    }

    In in();

    /** Name of the parameter or path of the field ({@code members[].unit} for a list's); empty for RESULT, DISTRICT. */
    String name() default "";
}
