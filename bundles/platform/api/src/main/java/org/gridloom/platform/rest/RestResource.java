package org.gridloom.platform.rest;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marks a DS component as a REST resource: {@code @Component(service = RestResource.class)} on a class annotated with
 * {@code @Path("<capability>/<nouns>")}. The platform gives the bundle its own servlet below {@code /api/}, JSON,
 * sign-in, permission check ({@link org.gridloom.platform.security.RequiresPermission}), problem details, OpenAPI entry.
 * The first segment of the path must be the capability's name, the last segment of the bundle's symbolic name. One
 * instance serves all requests from many threads at once.
 */
@ConsumerType
public interface RestResource {}
