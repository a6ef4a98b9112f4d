package org.gridloom.platform.rest.internal.server;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;

/** Refuses query parameters that an operation does not have: a misspelt filter must not list everything. */
final class QueryParameterFeature implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        boolean readsAny = Arrays.asList(method.getParameterTypes()).contains(UriInfo.class);
        if (!readsAny) {
            context.register(new Guard(names(method)));
        }
    }

    private static Set<String> names(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            Stream<AnnotatedElement> elements =
                    parameter.isAnnotationPresent(BeanParam.class) ? parts(parameter.getType()) : Stream.of(parameter);
            elements.map(element -> element.getAnnotation(QueryParam.class))
                    .filter(annotation -> annotation != null)
                    .forEach(annotation -> names.add(annotation.value()));
        }
        return names;
    }

    private static Stream<AnnotatedElement> parts(Class<?> bean) {
        return Stream.of(
                        Arrays.stream(bean.getDeclaredFields()),
                        Arrays.stream(bean.getMethods()),
                        Arrays.stream(bean.getConstructors()).flatMap(made -> Arrays.stream(made.getParameters())))
                .flatMap(part -> part);
    }

    private record Guard(Set<String> names) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            List<Violation> unknown = request.getUriInfo().getQueryParameters().keySet().stream()
                    .filter(name -> !names.contains(name))
                    .map(name -> Violation.of(name, allowed()))
                    .toList();
            if (!unknown.isEmpty()) {
                throw Problem.invalid(unknown);
            }
        }

        private Text allowed() {
            return names.isEmpty()
                    ? Text.of("此操作没有查询参数", "This operation has no query parameters")
                    : Text.of("没有此查询参数;可用:%s", "No such query parameter; there are: %s", String.join(", ", names));
        }
    }
}
