package org.gridloom.platform.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.jakarta.rs.cfg.EndpointConfigBase;
import com.fasterxml.jackson.jakarta.rs.cfg.JakartaRSFeature;
import com.fasterxml.jackson.jakarta.rs.cfg.ObjectWriterInjector;
import com.fasterxml.jackson.jakarta.rs.cfg.ObjectWriterModifier;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import org.gridloom.platform.rest.internal.problem.Language;

/** Writes an answer's texts in the language that its request asks for. */
public final class LocalizedJson implements ContainerResponseFilter {

    /** The reader and writer of JSON bodies, of one bundle. */
    public static JacksonJsonProvider provider() {
        JacksonJsonProvider provider = new JacksonJsonProvider(JsonMappers.own());
        provider.disable(JakartaRSFeature.ALLOW_EMPTY_INPUT);
        return provider;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.hasEntity()) {
            Locale locale = Language.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            ObjectWriterInjector.set(new InLanguage(locale));
        }
    }

    private static final class InLanguage extends ObjectWriterModifier {

        private final Locale locale;

        InLanguage(Locale locale) {
            this.locale = locale;
        }

        @Override
        public ObjectWriter modify(
                EndpointConfigBase<?> endpoint,
                MultivaluedMap<String, Object> headers,
                Object value,
                ObjectWriter writer,
                JsonGenerator json) {
            return writer.with(locale);
        }
    }
}
