package org.gridloom.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a REST resource: the permission without which it is refused before it runs. A method that carries
 * neither this nor {@link Anonymous} is refused to everybody. It appears in the OpenAPI document as
 * {@code x-permission}. The use case behind the method checks the permission again together with the unit.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresPermission {

    /** Code of the permission; {@link #SIGNED_IN} where being signed in is enough (a caller's own account, say). */
    String value();

    /** No permission but a signed-in caller. */
    String SIGNED_IN = "*";
}
