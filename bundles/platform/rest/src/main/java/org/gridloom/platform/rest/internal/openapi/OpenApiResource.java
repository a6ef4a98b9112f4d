package org.gridloom.platform.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.Anonymous;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One document of everything that this container's modules serve. It says nothing about the district. */
@Component(service = RestResource.class)
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource implements RestResource {

    private final ApiDocuments documents;

    @Activate
    public OpenApiResource(@Reference ApiDocuments documents) {
        this.documents = documents;
    }

    @GET
    @Anonymous
    @Operation(summary = "This document / 本文档")
    public ObjectNode document() {
        return documents.merged();
    }
}
