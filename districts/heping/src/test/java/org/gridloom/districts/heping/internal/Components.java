package org.gridloom.districts.heping.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Wires the components of a bundle on the class path as the container would: by type, through their constructors. */
final class Components {

    private final Map<Class<?>, Object> known = new LinkedHashMap<>();
    private final List<Class<?>> components;

    Components(String bundle, Object... services) throws IOException, ClassNotFoundException {
        components = componentsOf(bundle);
        for (Object service : services) {
            known.put(service.getClass(), service);
        }
    }

    <T> T get(Class<T> type) {
        return type.cast(known.entrySet().stream()
                .filter(entry -> type.isAssignableFrom(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> make(type)));
    }

    /** One of each component that offers the service. */
    <T> List<T> all(Class<T> type) {
        return components.stream()
                .filter(type::isAssignableFrom)
                .map(component -> type.cast(get(component)))
                .toList();
    }

    private Object make(Class<?> type) {
        Class<?> component = components.stream()
                .filter(type::isAssignableFrom)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No component offers " + type.getName()));
        Constructor<?> constructor = component.getConstructors()[0];
        Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                .map(this::argument)
                .toArray();
        try {
            Object made = constructor.newInstance(arguments);
            known.put(component, made);
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object argument(Class<?> type) {
        return type.isAnnotation()
                ? Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> method.getDefaultValue())
                : get(type);
    }

    private static List<Class<?>> componentsOf(String bundle) throws IOException, ClassNotFoundException {
        ClassLoader loader = Components.class.getClassLoader();
        List<Class<?>> found = new ArrayList<>();
        for (URL url : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
            try (InputStream stream = url.openStream()) {
                Attributes headers = new Manifest(stream).getMainAttributes();
                if (bundle.equals(headers.getValue("Bundle-SymbolicName"))) {
                    for (String file : headers.getValue("Service-Component").split(",")) {
                        found.add(loader.loadClass(file.replaceAll(".*/|\\.xml$", "")));
                    }
                }
            }
        }
        return found;
    }
}
