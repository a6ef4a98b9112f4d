package org.gridloom.platform.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Typed settings of a component, as its {@code @ObjectClassDefinition} has them. */
public final class TestSettings {

    private TestSettings() {}

    public static <A extends Annotation> A defaults(Class<A> type) {
        return with(type, Map.of());
    }

    /** @param others values by name that are not the defaults */
    public static <A extends Annotation> A with(Class<A> type, Map<String, ?> others) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Object other = others.get(method.getName());
            return other == null ? method.getDefaultValue() : other;
        }));
    }
}
