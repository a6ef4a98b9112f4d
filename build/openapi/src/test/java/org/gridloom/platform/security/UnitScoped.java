package org.gridloom.platform.security;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands in for the platform's, which is built later. */
@Retention(RetentionPolicy.RUNTIME)
public @interface UnitScoped {

    enum In {
        PATH,
        BODY
    }

    In in();

    String name() default "";
}
