package org.gridloom.platform.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridloom.platform.rest.internal.metric.RequestMeter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the HTTP server is told of, it logs with a stack trace: whoever breaks off could fill the log. */
class EdgeFilterTest {

    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);

    @BeforeEach
    void aRequest() {
        when(request.getMethod()).thenReturn("POST");
    }

    @Test
    void aRefusedRequestThatBreaksOffIsNoFailureOfTheServers() throws IOException {
        ServletInputStream body = mock(ServletInputStream.class);
        when(body.readNBytes(anyInt())).thenThrow(new EOFException("Early EOF"));
        when(request.getInputStream()).thenReturn(body);
        when(response.getStatus()).thenReturn(404);

        assertThatCode(() -> new EdgeFilter(new RequestMeter()).doFilter(request, response, (asked, answer) -> {}))
                .doesNotThrowAnyException();
    }

    @Test
    void aCallerWhoIsGoneBeforeTheRefusalIsNoneEither() throws IOException {
        ServletOutputStream out = mock(ServletOutputStream.class, call -> {
            throw new IOException("Broken pipe");
        });
        when(response.getOutputStream()).thenReturn(out);

        assertThatCode(() -> new EdgeFilter(new RequestMeter()).doFilter(request, response, (asked, answer) -> {
                    throw new EOFException("Early EOF");
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void aBodyThatDoesNotComeInTimeIsItsSendersFault() throws IOException {
        when(response.getOutputStream()).thenReturn(mock(ServletOutputStream.class));

        new EdgeFilter(new RequestMeter()).doFilter(request, response, (asked, answer) -> {
            throw new IOException(new TimeoutException("Idle timeout expired"));
        });

        verify(response).setStatus(408);
    }

    /** Else a few hundred bodies that never come would hold every thread that there is. */
    @Test
    void aSourceWithTooManyRequestsUnderWayIsRefusedWithoutReadingMore() throws IOException {
        EdgeFilter filter = new EdgeFilter(new RequestMeter());
        when(request.getRemoteAddr()).thenReturn("10.0.0.1");
        when(response.getOutputStream()).thenReturn(mock(ServletOutputStream.class));
        AtomicInteger served = new AtomicInteger();
        FilterChain[] whileServed = new FilterChain[1];
        whileServed[0] = (asked, answer) -> {
            served.incrementAndGet();
            filter.doFilter(request, response, whileServed[0]);
        };

        filter.doFilter(request, response, whileServed[0]);

        assertThat(served).hasValue(Crowd.MOST);
        verify(response).setStatus(429);
        verify(response).setHeader("Retry-After", "2");
        verify(response).setHeader("Connection", "close");
    }
}
