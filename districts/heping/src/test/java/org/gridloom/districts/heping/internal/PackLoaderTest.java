package org.gridloom.districts.heping.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.felix.hc.api.Result.Status;
import org.gridloom.platform.security.Access;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PackLoaderTest {

    private final PackState state = new PackState();
    private final Pack pack = mock();
    private final Access access = mock();

    @BeforeEach
    void workAsSystem() {
        when(access.asSystem(any(), any()))
                .thenAnswer(call -> call.<Supplier<?>>getArgument(1).get());
    }

    @Test
    void theDistrictIsReadyOnlyWhenThePackIsIn() throws InterruptedException {
        CountDownLatch under = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        when(pack.load(any())).thenAnswer(call -> {
            call.<Pack.Watcher>getArgument(0).at("units", 500, 5199);
            under.countDown();
            goOn.await();
            return true;
        });

        assertThat(state.execute().isOk()).isFalse();
        PackLoader loader = new PackLoader(pack, state, access);
        under.await();
        assertThat(state.execute().getStatus()).isEqualTo(Status.TEMPORARILY_UNAVAILABLE);
        assertThat(state.execute().toString()).contains("units 500/5199");

        goOn.countDown();
        loader.stop();
        assertThat(state.execute().isOk()).isTrue();
    }

    @Test
    void aDistrictThatHasUnitsAlreadyIsReady() throws InterruptedException {
        when(pack.load(any())).thenReturn(false);

        new PackLoader(pack, state, access).stop();

        assertThat(state.execute().isOk()).isTrue();
    }

    @Test
    void aPackThatIsRefusedKeepsTheDistrictFromBeingReady() throws InterruptedException {
        when(pack.load(any())).thenThrow(new IllegalStateException("units is refused"));

        new PackLoader(pack, state, access).awaitEnd();

        assertThat(state.execute().getStatus()).isEqualTo(Status.CRITICAL);
    }

    @Test
    void stoppingMakesTheLoadGiveUp() throws InterruptedException {
        CountDownLatch under = new CountDownLatch(1);
        AtomicBoolean gaveUp = new AtomicBoolean();
        when(pack.load(any())).thenAnswer(call -> {
            Pack.Watcher watcher = call.getArgument(0);
            under.countDown();
            while (watcher.at("units", 1, 5199)) {
                Thread.onSpinWait();
            }
            gaveUp.set(true);
            throw new IllegalStateException("cancelled");
        });

        PackLoader loader = new PackLoader(pack, state, access);
        under.await();
        loader.stop();

        assertThat(gaveUp).isTrue();
        assertThat(state.execute().getStatus()).isEqualTo(Status.TEMPORARILY_UNAVAILABLE);
    }
}
