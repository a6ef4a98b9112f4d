package org.gridloom.training.internal.rest;

import static org.gridloom.training.TrainingPermissions.READ;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.training.TrainingWords;
import org.gridloom.training.Vocabulary;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The words that sessions are described by. */
@Component(service = RestResource.class)
@Path("training/vocabulary")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class VocabularyResource implements RestResource {

    private final TrainingWords words;

    @Activate
    public VocabularyResource(@Reference TrainingWords words) {
        this.words = words;
    }

    @GET
    @RequiresPermission(READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Topics, formats and audience by the rules in force / 现行培训内容、形式与对象")
    public Vocabulary vocabulary(@QueryParam("asOf") LocalDate asOf) {
        return words.at(asOf);
    }
}
