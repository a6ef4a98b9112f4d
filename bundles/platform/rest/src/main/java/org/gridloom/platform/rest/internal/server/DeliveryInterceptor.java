package org.gridloom.platform.rest.internal.server;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/** Tells the {@link Delivery} how writing an answer ended, around all other interceptors. */
@Priority(0)
final class DeliveryInterceptor implements WriterInterceptor {

    @Context
    private HttpServletRequest request;

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        Delivery.of(request).write(context::proceed);
    }
}
