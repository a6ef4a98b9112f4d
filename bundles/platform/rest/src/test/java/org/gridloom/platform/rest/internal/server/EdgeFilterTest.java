package org.gridloom.platform.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the HTTP server is told of, it logs with a stack trace: whoever breaks off could fill the log. */
class EdgeFilterTest {

    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);

    @Test
    void aRefusedRequestThatBreaksOffIsNoFailureOfTheServers() throws IOException {
        ServletInputStream body = mock(ServletInputStream.class);
        when(body.readNBytes(anyInt())).thenThrow(new EOFException("Early EOF"));
        when(request.getInputStream()).thenReturn(body);
        when(response.getStatus()).thenReturn(404);

        assertThatCode(() -> new EdgeFilter().doFilter(request, response, (asked, answer) -> {}))
                .doesNotThrowAnyException();
    }

    @Test
    void aCallerWhoIsGoneBeforeTheRefusalIsNoneEither() throws IOException {
        ServletOutputStream out = mock(ServletOutputStream.class, call -> {
            throw new IOException("Broken pipe");
        });
        when(response.getOutputStream()).thenReturn(out);

        assertThatCode(() -> new EdgeFilter().doFilter(request, response, (asked, answer) -> {
                    throw new EOFException("Early EOF");
                }))
                .doesNotThrowAnyException();
    }
}
