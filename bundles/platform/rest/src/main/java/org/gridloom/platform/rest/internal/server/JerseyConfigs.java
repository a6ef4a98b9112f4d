package org.gridloom.platform.rest.internal.server;

import java.util.Collection;
import java.util.Map;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.internal.json.LocalizedJson;
import org.gridloom.platform.rest.internal.json.Parameters;
import org.gridloom.platform.rest.internal.openapi.ApiDocuments;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How every bundle's Jersey is set up: nothing is found by itself, everything is named here. */
@Component(service = JerseyConfigs.class)
public final class JerseyConfigs {

    private static final Map<String, Object> NOTHING_BY_ITSELF = Map.of(
            CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE_SERVER, true,
            CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE_SERVER, true,
            CommonProperties.MOXY_JSON_FEATURE_DISABLE_SERVER, true,
            CommonProperties.JSON_PROCESSING_FEATURE_DISABLE_SERVER, true,
            ServerProperties.WADL_FEATURE_DISABLE, true,
            ServerProperties.BV_FEATURE_DISABLE, true,
            ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);

    private final Permits permits;
    private final ApiDocuments documents;

    @Activate
    public JerseyConfigs(@Reference Permits permits, @Reference ApiDocuments documents) {
        this.permits = permits;
        this.documents = documents;
    }

    ResourceConfig of(Bundle bundle, Collection<RestResource> resources) {
        ResourceConfig config = new ResourceConfig();
        config.addProperties(NOTHING_BY_ITSELF);
        config.register(LocalizedJson.provider());
        config.register(new LocalizedJson());
        config.register(new Parameters());
        config.register(new DeliveryInterceptor());
        config.register(new OperationFilter());
        config.register(new PermissionFeature(permits));
        config.register(new QueryParameterFeature());
        config.register(new ParameterFilter());
        config.register(new NotModifiedFilter());
        config.register(new RefusalMapper(path -> documents.declares(bundle, path)));
        resources.forEach(config::register);
        return config;
    }
}
