package org.gridloom.build.openapi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/** An annotation that is known by its name only. */
record Annotated(Annotation annotation) {

    static Optional<Annotated> on(Method method, String type) {
        return Arrays.stream(method.getAnnotations())
                .filter(annotation -> annotation.annotationType().getName().equals(type))
                .map(Annotated::new)
                .findFirst();
    }

    String text(String element) {
        try {
            return annotation
                    .annotationType()
                    .getMethod(element)
                    .invoke(annotation)
                    .toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(annotation + " has no " + element, e);
        }
    }
}
